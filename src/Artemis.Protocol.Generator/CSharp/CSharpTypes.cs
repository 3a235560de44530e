using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Which of the two forms of a value is meant.</summary>
internal enum Form
{
    /// <summary>What programs see: real numbers in their units.</summary>
    Natural,

    /// <summary>What lies on the wire: codes.</summary>
    Wire,
}

/// <summary>Facts about the schema's types, and what they are called in C#.</summary>
internal sealed class CSharpTypes(ProtocolModel model, CSharpNames names)
{
    /// <summary>Texts of at most so many bytes are copied whole, whatever their length.</summary>
    public const int WholeCopyLimit = 64;

    private readonly Dictionary<string, bool> isFixed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> hasCompanion = new(StringComparer.Ordinal);

    /// <summary>The C# keyword of a scalar kind.</summary>
    public static string Keyword(ScalarKind kind) => kind switch
    {
        ScalarKind.U8 => "byte",
        ScalarKind.I8 => "sbyte",
        ScalarKind.U16 => "ushort",
        ScalarKind.I16 => "short",
        ScalarKind.U32 => "uint",
        ScalarKind.I32 => "int",
        ScalarKind.U64 => "ulong",
        ScalarKind.I64 => "long",
        ScalarKind.F32 => "float",
        _ => "double",
    };

    /// <summary>The wire size of a type.</summary>
    public WireSize Size(TypeModel type) => WireSize.Of(type, model);

    /// <summary>The wire size of a field, presence byte included.</summary>
    public WireSize Size(FieldModel field) => WireSize.OfFields(new[] { field }.ToEquatableArray(), model);

    /// <summary>Whether every value has the same length and nothing in it may be absent.</summary>
    public bool IsFixed(TypeModel type) => type switch
    {
        TextType or BytesType or ObjectStreamType or EventStreamType or CommandBodyType => false,
        ArrayType array => array.IsFixedCount && IsFixed(array.Element),
        StructType named => IsFixed(model.Struct(named.Name)),
        _ => true,
    };

    /// <summary>Whether every value of a struct has the same length.</summary>
    public bool IsFixed(StructModel item) => isFixed.TryGetValue(item.Name, out var known)
        ? known
        : isFixed[item.Name] = item.Fields.All(field => !field.IsOptional && IsFixed(field.Type));

    /// <summary>Whether the natural and the wire form differ, if only by clamping.</summary>
    public bool NeedsConversion(TypeModel type) => type switch
    {
        QuantizedType => true,
        IntegerType integer => integer.IsRestricted,
        ArrayType array => NeedsConversion(array.Element),
        StructType named => HasCompanion(named.Name),
        _ => false,
    };

    /// <summary>Whether a struct has a nested <c>Quantized</c> that holds its wire form.</summary>
    public bool HasCompanion(string structName) => hasCompanion.TryGetValue(structName, out var known)
        ? known
        : hasCompanion[structName] = model.Struct(structName).Fields.Any(field => NeedsConversion(field.Type));

    /// <summary>The type of a value in one of its forms.</summary>
    public string Name(TypeModel type, Form form) => type switch
    {
        BoolType => "bool",
        IntegerType integer => Keyword(integer.Kind),
        FloatType real => Keyword(real.Kind),
        QuantizedType quantized => Keyword(form == Form.Natural ? quantized.Quantization.Natural : quantized.Quantization.Wire),
        EnumType named => names.Type(named.Name),
        TextType text => names.Claimed($"Text{text.MaxBytes}"),
        BytesType bytes => names.Claimed($"Bytes{bytes.MaxBytes}"),
        ArrayType { IsFixedCount: true } array => $"{names.Claimed($"Array{array.MaxCount}")}<{Name(array.Element, form)}>",
        ArrayType array => $"{names.Claimed($"List{array.MaxCount}")}<{Name(array.Element, form)}>",
        StructType named => StructName(named.Name, form),
        CommandIdType => "uint",
        _ => throw new NotSupportedException($"{type.GetType().Name} is no type of a field"),
    };

    /// <summary>The type of a field, nullable if it may be absent.</summary>
    public string Name(FieldModel field, Form form) => Name(field.Type, form) + (field.IsOptional ? "?" : string.Empty);

    /// <summary>The type that holds a struct in one of its forms.</summary>
    public string StructName(string name, Form form) =>
        form == Form.Wire && HasCompanion(name) ? names.Type(name) + ".Quantized" : names.Type(name);

    /// <summary>The type whose static methods store and load a struct.</summary>
    public string StructCodec(string name) =>
        IsHidden(name) ? $"global::{model.CSharpNamespace}.{StructName(name, Form.Wire)}" : StructName(name, Form.Wire);

    /// <summary>Whether a field has the name of a struct, as in <c>spot : Spot</c>, so that the struct's static members need its namespace.</summary>
    private bool IsHidden(string name)
    {
        var type = names.Type(name);
        return model.Structs.SelectMany(item => item.Fields)
            .Concat(model.Events.SelectMany(item => item.Fields))
            .Concat(model.Commands.SelectMany(item => item.Fields))
            .Concat(model.Packets.SelectMany(item => item.Fields))
            .Select(field => field.Name)
            .Concat(model.Objects.SelectMany(item => item.Fields).Select(field => field.Name))
            .Any(field => CSharpNames.Pascal(field) == type);
    }

    /// <summary>The integer kind behind an enum.</summary>
    public ScalarKind EnumKind(string name) => model.Enum(name).Kind;
}
