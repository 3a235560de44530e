using System.Text;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Names of the schema as C# has them: cased, escaped where they are keywords, and renamed where generated code needs the name.</summary>
internal sealed class CSharpNames
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "record", "ref", "return", "sbyte", "scoped",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint",
        "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while", "file", "required", "field", "var",
        "nint", "nuint", "dynamic", "notnull", "unmanaged", "await", "yield", "where",
    ];

    /// <summary>Names that generated code uses in expressions: neither a type nor a member may hide them.</summary>
    private static readonly HashSet<string> UsedInExpressions =
    [
        "ArrayPool", "BitConverter", "Choose", "Convert", "DecodeStatus", "EncodeException", "EqualityComparer", "FieldGroup", "FrameHeader",
        "GroupValue", "GroupValues", "InlineText", "LayoutKind", "Math", "MemoryExtensions", "MemoryMarshal", "MessageFormat", "MethodImplOptions", "Origin", "Quantities", "Quantizer", "Scalar", "Unsafe", "Utf8Text",
        "Vector128", "Wire",
    ];

    /// <summary>Names that generated code uses as types: no other type may hide them.</summary>
    private static readonly HashSet<string> UsedAsTypes =
    [
        "DecodeError", "Exception", "Flags", "FrameBuffer", "FrameReader", "Guid", "HashCode", "IBufferWriter", "ICommand", "IEquatable",
        "IndexOutOfRangeException", "InlineArray", "InvalidOperationException", "MessagePackReader", "MessagePackWriter",
        "MessageReader", "MethodImpl", "ProtocolVersion", "ReadOnlyMemory", "ReadOnlySpan", "Span", "StructLayout", "System",
        "UnknownKeys", "UnscopedRef", "WireReader", "WireWriter",
    ];

    /// <summary>Names of what every class has by itself, which nothing may hide.</summary>
    private static readonly HashSet<string> Inherited =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>Names of what every generated type may have beside its fields; it cannot have the same itself.</summary>
    private static readonly HashSet<string> Members =
    [
        "AllFields", "CommandId", "Copy", "Decode", "DecodeFields", "DecodeShort", "Dequantize", "Diff", "Encode", "EncodedSize", "EncodeFrame",
        "EncodeShort", "EventId", "Fields", "FixedSize", "IsKnownTo", "KnownFields", "Load", "MaskBytes", "MaxEncodedSize", "PacketType",
        "Quantize", "Quantized", "Read", "Scalars", "Store", "Tables", "ToFrame", "TryDecode", "TypeId", "Unknown", "UnknownKeyCount", "Views",
        "Write", .. Inherited,
    ];

    /// <summary>Names of what the class of a quantity holds.</summary>
    private static readonly HashSet<string> QuantityMembers = ["FromWire", "Max", "MaxError", "Min", "Step", "ToWire"];

    /// <summary>Names that dispatchers have for something else than a type.</summary>
    private static readonly HashSet<string> InDispatchers = ["Dispatch", "On", "OnUnknown", "THandler"];

    /// <summary>Names of what readers and writers of streams have: a type that travels in one cannot have the same.</summary>
    private static readonly HashSet<string> InStreams =
    [
        "CommandBody", "EndEvent", "EndSection", "Expect", "Fail", "Finish", "Head", "MoveTo", "NextEvent", "NextObject", "OpenSection",
        "PassSection", "Position", "Rest", "SkipObject", "Status", "TryAdd",
    ];

    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public CSharpNames(ProtocolModel model)
    {
        foreach (var name in InMaps(model))
            types[name] = Claim(IsReserved(name) ? name + "_" : name);
        foreach (var name in Streamed(model))
            types[name] = Claim(IsReserved(name) || InStreams.Contains(name) ? name + "_" : name);
    }

    /// <summary>The name of a declared type.</summary>
    public string Type(string name) => Escape(types[name]);

    /// <summary>The name of a declared type with a suffix, as in <c>ObjectUpdateWriter</c>.</summary>
    public string TypeWith(string name, string suffix) => Claimed(types[name] + suffix);

    /// <summary>A name for a type that the schema does not have.</summary>
    public string Claimed(string wanted)
    {
        if (!claimed.TryGetValue(wanted, out var given))
            claimed[wanted] = given = Claim(wanted);
        return given;
    }

    private readonly Dictionary<string, string> claimed = new(StringComparer.Ordinal);

    /// <summary>The name of a field as a public member.</summary>
    public static string Member(string field, string owner)
    {
        var name = Pascal(field);
        if (UsedInExpressions.Contains(name) || Members.Contains(name))
            name += "_";
        return name == owner ? name + "_" : name;
    }

    /// <summary>The name of a member of an enum: as it is, but never a keyword.</summary>
    public static string EnumMember(string name) => Escape(name);

    /// <summary>The name of a constant or a view in the class that holds it.</summary>
    public static string Constant(string name, string owner) => Inherited.Contains(name) || name == owner ? name + "_" : Escape(name);

    /// <summary>The name of the class of a quantity.</summary>
    public static string Quantity(string name) => QuantityMembers.Contains(name) ? name + "_" : Constant(name, "Quantities");

    /// <summary>A name for a local variable.</summary>
    public static string Local(string field)
    {
        var pascal = Pascal(field);
        return Escape(char.ToLowerInvariant(pascal[0]) + pascal.Substring(1));
    }

    /// <summary>The name with each of its words, which underscores part, beginning in a capital.</summary>
    public static string Pascal(string name)
    {
        var output = new StringBuilder();
        foreach (var word in name.Split('_').Where(word => word.Length > 0))
            output.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1));
        return output.ToString();
    }

    private static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    private static IEnumerable<string> InMaps(ProtocolModel model) =>
        model.Enums.Select(item => item.Name)
            .Concat(model.Records.Select(item => item.Name))
            .Concat(model.Messages.Select(item => item.Name));

    private static IEnumerable<string> Streamed(ProtocolModel model) =>
        model.Structs.Select(item => item.Name)
            .Concat(model.Objects.Select(item => item.Name))
            .Concat(model.Events.Select(item => item.Name))
            .Concat(model.Commands.Select(item => item.Name))
            .Concat(model.Packets.Select(item => item.Name));

    private static bool IsReserved(string type) =>
        UsedInExpressions.Contains(type) || UsedAsTypes.Contains(type) || InDispatchers.Contains(type) || Members.Contains(type);

    private string Claim(string wanted)
    {
        while (!taken.Add(wanted))
            wanted += "_";
        return wanted;
    }
}
