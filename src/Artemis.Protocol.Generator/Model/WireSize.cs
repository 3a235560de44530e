using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Generator.Model;

/// <summary>How many bytes a type takes in the binary encoding, as a range.</summary>
public readonly record struct WireSize(long Min, long Max)
{
    // Far over every frame, and far enough below the largest long that sums of capped sizes do not overflow.
    private const long Cap = 1L << 46;

    /// <summary>Sizes of structs by name: structs that hold each other several times would else be walked over and over.</summary>
    private static readonly ConditionalWeakTable<ProtocolModel, ConcurrentDictionary<string, WireSize>> Structs = new();

    /// <summary>Whether every value takes the same number of bytes.</summary>
    public bool IsFixed => Min == Max;

    public static WireSize operator +(WireSize a, WireSize b) =>
        new(Math.Min(a.Min + b.Min, Cap), Math.Min(a.Max + b.Max, Cap));

    /// <summary>The size of one value of a type. Streams (objects, events, command bodies) have none and count as nothing.</summary>
    public static WireSize Of(TypeModel type, ProtocolModel protocol) => type switch
    {
        BoolType => Exactly(1),
        IntegerType integer => Exactly(integer.Kind.Size()),
        FloatType real => Exactly(real.Kind.Size()),
        QuantizedType quantized => Exactly(quantized.Quantization.Wire.Size()),
        EnumType named => Exactly(protocol.Enum(named.Name).Kind.Size()),
        TextType text => Counted(text.MinBytes, text.MaxBytes),
        BytesType bytes => Counted(bytes.MinBytes, bytes.MaxBytes),
        StructType named => OfStruct(named.Name, protocol),
        ArrayType array => OfArray(array, Of(array.Element, protocol)),
        CommandIdType => Exactly(4),
        _ => default,
    };

    /// <summary>The size of fields one after another, presence bytes included.</summary>
    public static WireSize OfFields(EquatableArray<FieldModel> fields, ProtocolModel protocol)
    {
        var total = default(WireSize);
        foreach (var field in fields)
        {
            var size = Of(field.Type, protocol);
            total += field.IsOptional ? new WireSize(1, 1 + size.Max) : size;
        }

        return total;
    }

    /// <summary>The largest entry of an object without type and id: its mask and all of its fields.</summary>
    public static long MaxOfObject(ObjectModel model, ProtocolModel protocol) =>
        model.MaskBytes + model.Fields.Sum(field => Of(field.Type, protocol).Max);

    /// <summary>Width of the count before a text, bytes or list of variable length: 1 byte up to 255, else 2.</summary>
    public static int CountWidth(int max) => max <= byte.MaxValue ? 1 : 2;

    private static WireSize OfStruct(string name, ProtocolModel protocol) =>
        Structs.GetOrCreateValue(protocol).GetOrAdd(name, key => OfFields(protocol.Struct(key).Fields, protocol));

    private static WireSize Exactly(int bytes) => new(bytes, bytes);

    private static WireSize OfArray(ArrayType array, WireSize element)
    {
        // Counts have 16 bits, so that capped products stay below 63.
        var items = new WireSize(Math.Min(array.MinCount * element.Min, Cap), Math.Min(array.MaxCount * element.Max, Cap));
        return array.IsFixedCount ? items : items + Exactly(CountWidth(array.MaxCount));
    }

    private static WireSize Counted(int min, int max) =>
        Exactly(CountWidth(max)) + new WireSize(min, max);
}
