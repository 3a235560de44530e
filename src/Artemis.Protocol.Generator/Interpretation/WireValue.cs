using System.Numerics;
using System.Text;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>A value as a tree, without a type of its own: what any program's typed values can be turned into and made from.</summary>
public abstract record WireValue;

/// <summary>The value of a <c>bool</c>.</summary>
public sealed record BoolValue(bool Value) : WireValue;

/// <summary>A whole number: an integer, a member of an enum or flags, or the id of a command.</summary>
public sealed record IntegerValue(BigInteger Value) : WireValue;

/// <summary>A real number in its natural form.</summary>
/// <param name="Code">Set by decoders for a number with an integer wire: the code that was there.</param>
public sealed record RealValue(double Value, long? Code = null) : WireValue;

/// <summary>Text as the bytes that came or shall go; they may be ill-formed.</summary>
public sealed record TextValue(EquatableArray<byte> Utf8) : WireValue
{
    public TextValue(string text)
        : this(Encoding.UTF8.GetBytes(text).ToEquatableArray())
    {
    }

    /// <summary>The text, with U+FFFD for what is ill-formed.</summary>
    public string Text => Encoding.UTF8.GetString([.. Utf8]);
}

/// <summary>Raw bytes.</summary>
public sealed record BytesValue(EquatableArray<byte> Bytes) : WireValue;

/// <summary>A UUID in its spelling of 36 lower-case characters.</summary>
public sealed record UuidValue(string Text) : WireValue;

/// <summary>The elements of a list.</summary>
public sealed record ListValue(EquatableArray<WireValue> Items) : WireValue;

/// <summary>A value under its field's name.</summary>
public sealed record NamedValue(string Name, WireValue Value);

/// <summary>
/// Fields of a struct, record, packet, event, command, message or object, in the schema's order. Optional fields that are absent,
/// and fields of an object whose bit is not set, are not there.
/// </summary>
public sealed record FieldsValue(EquatableArray<NamedValue> Fields) : WireValue
{
    /// <summary>Keys of a message that the schema does not have, each with its value as raw MessagePack; last, in the order they came.</summary>
    public EquatableArray<UnknownKey> Unknown { get; init; }

    public FieldsValue(params NamedValue[] fields)
        : this(fields.ToEquatableArray())
    {
    }

    /// <summary>The value of a field, or null if it is not there.</summary>
    public WireValue? this[string name] => Fields.FirstOrDefault(field => field.Name == name)?.Value;
}

/// <summary>A key of a message that the schema does not have, with its value as it came.</summary>
public sealed record UnknownKey(string Name, EquatableArray<byte> Raw);

/// <summary>The entries of an object stream.</summary>
public sealed record ObjectStreamValue(EquatableArray<ObjectEntry> Entries) : WireValue;

/// <summary>One entry of an object stream: the set fields of one object.</summary>
public sealed record ObjectEntry(string Type, uint Id, FieldsValue Fields);

/// <summary>The entries of an event stream.</summary>
public sealed record EventStreamValue(EquatableArray<EventEntry> Entries) : WireValue;

/// <summary>One event. An unknown one has no <paramref name="Type"/> and keeps its body in <paramref name="Raw"/>.</summary>
public sealed record EventEntry(ushort Id, string? Type, FieldsValue Fields, EquatableArray<byte> Raw);

/// <summary>The fields of a command. An unknown one has no <paramref name="Type"/> and keeps its body in <paramref name="Raw"/>.</summary>
public sealed record CommandBodyValue(uint Id, string? Type, FieldsValue Fields, EquatableArray<byte> Raw) : WireValue;

/// <summary>Bytes that encoders write in place of a value, right or wrong: how malformed vectors come about. Decoders never make it.</summary>
/// <param name="ReplacesPresence">Whether the bytes stand for an optional field's presence byte as well.</param>
public sealed record RawValue(EquatableArray<byte> Bytes, bool ReplacesPresence = false) : WireValue;
