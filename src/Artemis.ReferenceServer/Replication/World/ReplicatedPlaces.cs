using System.Numerics;
using Artemis.ReferenceServer.Replication.Interest;

namespace Artemis.ReferenceServer.Replication.World;

// The types that are no ships; see ReplicatedShips.cs.

internal readonly struct BaseType : IReplicatedType<Base, Base.Quantized>
{
    public static uint Identity => Base.Views.Identity;

    public static uint Near => Base.AllFields;

    public static uint Mid => Base.AllFields;

    public static uint Far => Base.AllFields;

    public static uint All => Base.AllFields;

    public static ObjectType Type => ObjectType.Base;

    public static int SizeOf(in Base.Quantized value, uint mask) => Base.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in Base value, out Base.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Base.Quantized baseline, in Base.Quantized current) =>
        Base.Quantized.Diff(in baseline, in current);

    public static void Copy(in Base.Quantized from, ref Base.Quantized to, uint mask) =>
        Base.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Base.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct TorpedoType : IReplicatedType<Torpedo, Torpedo.Quantized>
{
    public static uint Identity => Torpedo.Views.Identity;

    public static uint Near => Torpedo.AllFields;

    public static uint Mid => Torpedo.Views.Mid;

    public static uint Far => Torpedo.Views.Far;

    public static uint All => Torpedo.AllFields;

    public static ObjectType Type => ObjectType.Torpedo;

    public static uint Carried => Torpedo.Fields.PosX | Torpedo.Fields.PosY | Torpedo.Fields.PosZ | Torpedo.Fields.Heading | Torpedo.Fields.Velocity;

    public static bool IsCloseEnough(in Torpedo.Quantized told, in Torpedo.Quantized now, double seconds, in Tolerance tolerance)
    {
        var course = new Course(new Vector3(told.PosX, told.PosY, told.PosZ), told.Heading, told.Velocity);
        return course.IsClose(new Vector3(now.PosX, now.PosY, now.PosZ), now.Heading, now.Velocity, seconds, in tolerance);
    }

    public static ref readonly Tolerance ToleranceIn(Zone zone) => ref Tolerance.OfTorpedoes(zone);

    public static int SizeOf(in Torpedo.Quantized value, uint mask) => Torpedo.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in Torpedo value, out Torpedo.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Torpedo.Quantized baseline, in Torpedo.Quantized current) =>
        Torpedo.Quantized.Diff(in baseline, in current);

    public static void Copy(in Torpedo.Quantized from, ref Torpedo.Quantized to, uint mask) =>
        Torpedo.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Torpedo.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct MineType : IReplicatedType<Mine, Mine.Quantized>
{
    public static uint Identity => Mine.Views.Identity;

    public static uint Near => Mine.AllFields;

    public static uint Mid => Mine.AllFields;

    public static uint Far => Mine.AllFields;

    public static uint All => Mine.AllFields;

    public static ObjectType Type => ObjectType.Mine;

    public static int SizeOf(in Mine.Quantized value, uint mask) => Mine.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in Mine value, out Mine.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Mine.Quantized baseline, in Mine.Quantized current) =>
        Mine.Quantized.Diff(in baseline, in current);

    public static void Copy(in Mine.Quantized from, ref Mine.Quantized to, uint mask) =>
        Mine.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Mine.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct NebulaType : IReplicatedType<Nebula, Nebula.Quantized>
{
    public static uint Identity => Nebula.Views.Identity;

    public static uint Near => Nebula.AllFields;

    public static uint Mid => Nebula.AllFields;

    public static uint Far => Nebula.AllFields;

    public static uint All => Nebula.AllFields;

    public static ObjectType Type => ObjectType.Nebula;

    public static int SizeOf(in Nebula.Quantized value, uint mask) => Nebula.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in Nebula value, out Nebula.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Nebula.Quantized baseline, in Nebula.Quantized current) =>
        Nebula.Quantized.Diff(in baseline, in current);

    public static void Copy(in Nebula.Quantized from, ref Nebula.Quantized to, uint mask) =>
        Nebula.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Nebula.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct AsteroidType : IReplicatedType<Asteroid, Asteroid.Quantized>
{
    public static uint Identity => Asteroid.Views.Identity;

    public static uint Near => Asteroid.AllFields;

    public static uint Mid => Asteroid.AllFields;

    public static uint Far => Asteroid.AllFields;

    public static uint All => Asteroid.AllFields;

    public static ObjectType Type => ObjectType.Asteroid;

    public static int SizeOf(in Asteroid.Quantized value, uint mask) => Asteroid.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in Asteroid value, out Asteroid.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Asteroid.Quantized baseline, in Asteroid.Quantized current) =>
        Asteroid.Quantized.Diff(in baseline, in current);

    public static void Copy(in Asteroid.Quantized from, ref Asteroid.Quantized to, uint mask) =>
        Asteroid.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Asteroid.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct BlackHoleType : IReplicatedType<BlackHole, BlackHole.Quantized>
{
    public static uint Identity => BlackHole.Views.Identity;

    public static uint Near => BlackHole.AllFields;

    public static uint Mid => BlackHole.AllFields;

    public static uint Far => BlackHole.AllFields;

    public static uint All => BlackHole.AllFields;

    public static ObjectType Type => ObjectType.BlackHole;

    public static int SizeOf(in BlackHole.Quantized value, uint mask) => BlackHole.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in BlackHole value, out BlackHole.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in BlackHole.Quantized baseline, in BlackHole.Quantized current) =>
        BlackHole.Quantized.Diff(in baseline, in current);

    public static void Copy(in BlackHole.Quantized from, ref BlackHole.Quantized to, uint mask) =>
        BlackHole.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in BlackHole.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct AnomalyType : IReplicatedType<Anomaly, Anomaly.Quantized>
{
    public static uint Identity => Anomaly.Views.Identity;

    public static uint Near => Anomaly.AllFields;

    public static uint Mid => Anomaly.AllFields;

    public static uint Far => Anomaly.AllFields;

    public static uint All => Anomaly.AllFields;

    public static ObjectType Type => ObjectType.Anomaly;

    public static int SizeOf(in Anomaly.Quantized value, uint mask) => Anomaly.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in Anomaly value, out Anomaly.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Anomaly.Quantized baseline, in Anomaly.Quantized current) =>
        Anomaly.Quantized.Diff(in baseline, in current);

    public static void Copy(in Anomaly.Quantized from, ref Anomaly.Quantized to, uint mask) =>
        Anomaly.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Anomaly.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}
