using Artemis.ReferenceServer.Replication.Interest;

namespace Artemis.ReferenceServer.Replication.World;

/// <summary>What the schema says of a type of object, for code that is the same for all. No call of it is virtual.</summary>
/// <typeparam name="TObject">The object in natural units.</typeparam>
/// <typeparam name="TQuantized">The object in wire units.</typeparam>
internal interface IReplicatedType<TObject, TQuantized>
    where TObject : struct
    where TQuantized : struct
{
    /// <summary>Fields that go with an object's first entry.</summary>
    static abstract uint Identity { get; }

    /// <summary>Fields of an object that is near.</summary>
    static abstract uint Near { get; }

    /// <summary>Fields of an object in the middle range.</summary>
    static abstract uint Mid { get; }

    /// <summary>Fields of an object that is far.</summary>
    static abstract uint Far { get; }

    /// <summary>All fields: what the crew of the ship itself gets.</summary>
    static abstract uint All { get; }

    /// <summary>Fields that need not be sent as long as <see cref="IsCloseEnough"/> says so.</summary>
    static virtual uint Carried => 0;

    /// <summary>Whether an object is, but for what nobody notices, as clients think, who carry on what they were told last.</summary>
    /// <param name="told">What they were told.</param>
    /// <param name="now">What is.</param>
    /// <param name="seconds">How long ago they were told.</param>
    /// <param name="tolerance">What nobody notices.</param>
    static virtual bool IsCloseEnough(in TQuantized told, in TQuantized now, double seconds, in Tolerance tolerance) => false;

    /// <summary>What nobody notices in a zone.</summary>
    static virtual ref readonly Tolerance ToleranceIn(Zone zone) => ref Tolerance.OfShips(zone);

    /// <summary>The type's number.</summary>
    static abstract ObjectType Type { get; }

    /// <summary>Bytes of a mask and the fields it names.</summary>
    static abstract int SizeOf(in TQuantized value, uint mask);

    /// <summary>Turns a value into wire units.</summary>
    static abstract void Quantize(in TObject value, out TQuantized quantized);

    /// <summary>Fields in which two states differ.</summary>
    static abstract uint Diff(in TQuantized baseline, in TQuantized current);

    /// <summary>Copies fields.</summary>
    static abstract void Copy(in TQuantized from, ref TQuantized to, uint mask);

    /// <summary>Adds an entry to an update.</summary>
    /// <returns>False if there is no room; then nothing was written.</returns>
    static abstract bool TryAdd(ref ObjectUpdateWriter writer, uint id, in TQuantized value, uint mask);
}
