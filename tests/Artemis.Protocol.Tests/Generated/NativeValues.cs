using System.Globalization;
using System.Numerics;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>The bridge between value trees and generated types: written once, for all of them, by reflection.</summary>
internal sealed class NativeValues(ProtocolModel protocol)
{
    /// <summary>A generated struct or class with the fields that a tree has; the others keep their defaults.</summary>
    public object ToNative(IEnumerable<FieldModel> fields, FieldsValue values, Type target)
    {
        var native = Activator.CreateInstance(target)!;
        foreach (var field in fields)
        {
            if (values[field.Name] is not { } value)
                continue;
            var member = NativeNames.Member(target, field.Name);
            member.Set(native, ToNative(field.Type, value, Nullable.GetUnderlyingType(member.Type) ?? member.Type));
        }

        return native;
    }

    /// <summary>The tree of some fields of a generated struct or class.</summary>
    public FieldsValue FromNative(IEnumerable<FieldModel> fields, object native) =>
        new(fields
            .Select(field => (field.Name, Value: FromNative(field, native)))
            .Where(item => item.Value is not null)
            .Select(item => new NamedValue(item.Name, item.Value!))
            .ToEquatableArray());

    private WireValue? FromNative(FieldModel field, object native) =>
        NativeNames.Member(native.GetType(), field.Name).Get(native) is { } value ? FromNative(field.Type, value) : null;

    private object ToNative(TypeModel type, WireValue value, Type target) => (type, value) switch
    {
        (_, BoolValue flag) => flag.Value,
        (EnumType, IntegerValue number) => Enum.ToObject(target, Whole(number.Value, Enum.GetUnderlyingType(target))),
        (_, IntegerValue number) => Whole(number.Value, target),
        (_, RealValue number) when target == typeof(float) => (float)number.Value,
        (_, RealValue number) => number.Value,
        (_, TextValue text) => target == typeof(string) ? text.Text : target.GetMethod("op_Implicit", [typeof(string)])!.Invoke(null, [text.Text])!,
        (_, BytesValue bytes) when target == typeof(byte[]) => bytes.Bytes.ToArray(),
        (_, BytesValue bytes) => new ReadOnlyMemory<byte>([.. bytes.Bytes]),
        (_, UuidValue uuid) => Guid.Parse(uuid.Text),
        (ArrayType array, ListValue list) => InlineLists.Make(
            target, [.. list.Items.Select(item => ToNative(array.Element, item, InlineLists.ElementType(target)))]),
        (StructType named, FieldsValue fields) => ToNative(protocol.Struct(named.Name).Fields, fields, target),
        (RecordType named, FieldsValue fields) => ToNative(protocol.Record(named.Name).Fields, fields, target),
        _ => throw new NotSupportedException($"{value.GetType().Name} as {target}"),
    };

    private static object Whole(BigInteger value, Type target) => target switch
    {
        _ when target == typeof(byte) => (byte)value,
        _ when target == typeof(sbyte) => (sbyte)value,
        _ when target == typeof(ushort) => (ushort)value,
        _ when target == typeof(short) => (short)value,
        _ when target == typeof(uint) => (uint)value,
        _ when target == typeof(int) => (int)value,
        _ when target == typeof(ulong) => (ulong)value,
        _ when target == typeof(long) => (long)value,
        _ => throw new NotSupportedException(target.Name),
    };

    private WireValue FromNative(TypeModel type, object value) => type switch
    {
        BoolType => new BoolValue((bool)value),
        EnumType => new IntegerValue(BigInteger.Parse(((Enum)value).ToString("D"), CultureInfo.InvariantCulture)),
        IntegerType or CommandIdType => new IntegerValue(BigInteger.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture)),
        FloatType or QuantizedType => new RealValue(value is float single ? single : (double)value),
        TextType => new TextValue(value.ToString()!),
        BytesType => new BytesValue((value is byte[] array ? array : ((ReadOnlyMemory<byte>)value).ToArray()).ToEquatableArray()),
        UuidType => new UuidValue(((Guid)value).ToString()),
        ArrayType array => new ListValue(InlineLists.Items(value, array.MinCount).Select(item => FromNative(array.Element, item)).ToEquatableArray()),
        StructType named => FromNative(protocol.Struct(named.Name).Fields, value),
        RecordType named => FromNative(protocol.Record(named.Name).Fields, value),
        _ => throw new NotSupportedException(type.GetType().Name),
    };
}
