using System.Text;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>
/// What things are called in TypeScript. A declaration whose name a module needs for something else, such as <c>Reader</c> or
/// <c>Math</c>, gets a <c>_</c> behind it, and so does a name made from a declaration's that another declaration has.
/// </summary>
internal sealed class TsNames(ProtocolModel protocol)
{
    private static readonly HashSet<string> Taken =
    [
        // Of the language, as generated code uses them.
        "Array", "BigInt", "Math", "Number", "Object", "Partial", "Pick", "Record", "Readonly", "Required", "Omit", "String",
        "Uint8Array", "ArrayBuffer", "DataView", "Error", "Promise", "Symbol", "undefined",

        // Of the runtime.
        "Reader", "Writer", "FrameReader", "Framing", "Origin", "ProtocolError", "DecodeStatus", "ProtocolVersion", "UnknownKeys",
        "HeaderSize", "WriterCapacity", "DepthLimit", "CommandCodec",
    ];

    private readonly HashSet<string> declared = Declared(protocol);

    public string EnumsModule => "enums.ts";

    public string QuantitiesModule => "quantities.ts";

    public string ProtocolModule => "protocol.ts";

    public string CatalogueModule => "catalogue.ts";

    /// <summary>The constant that describes the protocol.</summary>
    public string ProtocolConst => Derived(protocol.Name + "Protocol");

    /// <summary>A declaration's own name.</summary>
    public static string Own(string name) => Taken.Contains(name) ? name + "_" : name;

    /// <summary>A name made from a declaration's, such as <c>createPlayerShip</c>.</summary>
    public string Derived(string name)
    {
        while (declared.Contains(name) || Taken.Contains(name))
            name += "_";
        return name;
    }

    /// <summary>A function that writes a declaration as something, such as <c>encodeAuthFrame</c>, which may be what a declaration <c>AuthFrame</c> has already.</summary>
    public string EncodeAs(string name, string form) =>
        Derived("encode" + name + form) + (declared.Contains(name + form) ? "_" : string.Empty);

    /// <summary>The module of a declaration that has one to itself.</summary>
    public static string ModuleOf(string folder, string name) => $"{folder}/{Kebab(name)}.ts";

    public static string StructModule(string name) => ModuleOf("structs", name);

    public static string RecordModule(string name) => ModuleOf("records", name);

    public static string ObjectModule(string name) => ModuleOf("objects", name);

    public static string EventModule(string name) => ModuleOf("events", name);

    public static string CommandModule(string name) => ModuleOf("commands", name);

    public static string PacketModule(string name) => ModuleOf("packets", name);

    public static string MessageModule(string name) => ModuleOf("messages", name);

    /// <summary>The path by which a module is imported.</summary>
    public static string ImportPath(string modulePath) => modulePath.Substring(0, modulePath.Length - ".ts".Length) + ".js";

    /// <summary>A declaration's name as a method's: <c>objectUpdate</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i])
                && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static HashSet<string> Declared(ProtocolModel protocol) => new(
        protocol.Consts.Select(item => item.Name)
            .Concat(protocol.Enums.Select(item => item.Name))
            .Concat(protocol.Structs.Select(item => item.Name))
            .Concat(protocol.Records.Select(item => item.Name))
            .Concat(protocol.Objects.Select(item => item.Name))
            .Concat(protocol.Events.Select(item => item.Name))
            .Concat(protocol.Commands.Select(item => item.Name))
            .Concat(protocol.Packets.Select(item => item.Name))
            .Concat(protocol.Messages.Select(item => item.Name)));
}
