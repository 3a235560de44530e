namespace Artemis.Protocol.Generator.Model;

/// <summary>
/// A whole protocol, bound and checked: all that any output needs, and nothing of where it was written.
/// Two schemas that differ only in layout or in <c>//</c> comments have equal models.
/// </summary>
/// <param name="Name">The protocol's name, as in <c>protocol Artemis 1.0</c>.</param>
/// <param name="Version">The version the schema describes; every <c>since</c> is at most this.</param>
/// <param name="CSharpNamespace">Namespace of the generated C#; defaults to <paramref name="Name"/>.</param>
/// <param name="Magic">First word of every frame.</param>
/// <param name="FrameLimit">Largest frame in bytes, its 24-byte header included.</param>
public sealed record ProtocolModel(
    string Name,
    ProtocolVersion Version,
    string CSharpNamespace,
    uint Magic,
    int FrameLimit,
    string Doc,
    EquatableArray<ConstModel> Consts,
    EquatableArray<EnumModel> Enums,
    EquatableArray<QuantityModel> Quantities,
    EquatableArray<StructModel> Structs,
    EquatableArray<RecordModel> Records,
    EquatableArray<ObjectModel> Objects,
    EquatableArray<EventModel> Events,
    EquatableArray<CommandModel> Commands,
    EquatableArray<PacketModel> Packets,
    EquatableArray<MessageModel> Messages);

/// <summary>A protocol version. Minor versions only add; a new major version breaks.</summary>
public sealed record ProtocolVersion(int Major, int Minor) : IComparable<ProtocolVersion>
{
    public int CompareTo(ProtocolVersion? other) =>
        other is null ? 1 : Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    public override string ToString() => $"{Major}.{Minor}";
}

/// <summary>A named constant: a whole number, a real number or a text, told apart by which of the values is set.</summary>
public sealed record ConstModel(string Name, System.Numerics.BigInteger? Integer, double? Real, string? Text, string Doc);

/// <summary>A numeric type with a name of its own, as in <c>quantity Heading = f32 in 0..2π wraps as u16</c>.</summary>
public sealed record QuantityModel(string Name, TypeModel Type, string Doc);
