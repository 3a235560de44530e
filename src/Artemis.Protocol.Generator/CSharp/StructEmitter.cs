using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Structs: natural values, and a nested <c>Quantized</c> where those differ from what lies on the wire.</summary>
internal sealed class StructEmitter(CSharpContext context)
{
    public OutputFile Emit(StructModel item)
    {
        var name = context.Names.Type(item.Name);
        var hasCompanion = context.Types.HasCompanion(item.Name);
        return context.File(name, output =>
        {
            output.Summary(item.Doc, $"The struct <c>{item.Name}</c>.");
            Layout(output, item, isWireForm: !hasCompanion);
            using (output.Block($"public partial struct {name} : IEquatable<{name}>"))
            {
                var size = WireSize.OfFields(item.Fields, context.Model);
                output.Line("/// <summary>Most bytes that it takes on the wire.</summary>");
                output.Line($"public const int MaxEncodedSize = {size.Max};");
                MemberCode.Fields(context, output, name, item.Fields, Form.Natural);
                if (hasCompanion)
                    Quantize(output, item, name);
                Size(output, item, name);
                MemberCode.Equality(context, output, name, name, [.. item.Fields], Form.Natural);
                if (hasCompanion)
                    Companion(output, item, name);
                else
                    Codec(output, item, name, name);
            }
        });
    }

    private void Layout(IndentedWriter output, StructModel item, bool isWireForm)
    {
        if (isWireForm && context.Types.IsFixed(item))
            output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
    }

    private void Quantize(IndentedWriter output, StructModel item, string name)
    {
        output.Blank();
        output.Line("/// <summary>What is sent of it: numbers rounded to their grids and clamped to their ranges.</summary>");
        using (output.Block("public readonly void Quantize(out Quantized codes)"))
        {
            output.Line("codes = default;");
            MemberCode.Convert(context, output, name, item.Fields, "codes", Form.Wire);
        }
    }

    private void Companion(IndentedWriter output, StructModel item, string name)
    {
        output.Blank();
        output.Line($"/// <summary>What is sent of a <see cref=\"{name}\"/>: its numbers as codes.</summary>");
        Layout(output, item, isWireForm: true);
        using (output.Block("public struct Quantized : IEquatable<Quantized>"))
        {
            MemberCode.Fields(context, output, name, item.Fields, Form.Wire);
            output.Blank();
            output.Line("/// <summary>The values that the codes stand for.</summary>");
            using (output.Block($"public readonly void Dequantize(out {name} value)"))
            {
                output.Line("value = default;");
                MemberCode.Convert(context, output, name, item.Fields, "value", Form.Natural);
            }

            Size(output, item, name);
            MemberCode.Equality(context, output, "Quantized", name, [.. item.Fields], Form.Wire);
            Codec(output, item, name, "Quantized");
        }
    }

    private void Size(IndentedWriter output, StructModel item, string owner)
    {
        if (context.Types.IsFixed(item))
            return;
        output.Blank();
        output.Line("/// <summary>Bytes that it takes on the wire.</summary>");
        using (output.Block("public readonly int EncodedSize()"))
        {
            var code = new SizeCode(context, output);
            var fields = WireField.Of(item.Fields, owner, string.Empty);
            output.Line($"var size = {code.Certain(fields)};");
            code.Variable(fields);
            output.Line("return size;");
        }
    }

    private void Codec(IndentedWriter output, StructModel item, string owner, string type)
    {
        var fields = WireField.Of(item.Fields, owner);
        if (context.Types.IsFixed(item))
        {
            FixedCodec(output, item, fields, type);
            return;
        }

        output.Blank();
        using (output.Block($"internal static void Write(ref WireWriter writer, in {type} value)"))
            new StoreCode(context, output, Form.Wire, new LocalNames("writer", "value")).Fields(fields);
        output.Blank();
        using (output.Block($"internal static DecodeStatus Read(ref WireReader reader, out {type} value)"))
        {
            output.Line("value = default;");
            new LoadCode(context, output, Form.Wire, new LocalNames("reader", "value", "status")).Fields(fields);
            output.Line("return DecodeStatus.Ok;");
        }
    }

    private void FixedCodec(IndentedWriter output, StructModel item, IReadOnlyList<WireField> fields, string type)
    {
        if (WireSize.OfFields(item.Fields, context.Model).Max <= ObjectPlan.GroupBytes)
        {
            output.Blank();
            output.Line("/// <summary>Its numbers as they lie on the wire.</summary>");
            output.Line($"internal static Scalar[] Scalars() => [{string.Join(", ", item.Fields.Select(field => ScalarCode.Spread(context, field.Type)))}];");
        }

        output.Blank();
        using (output.Block($"internal static void Store(ref byte at, int offset, in {type} value)"))
            new StoreCode(context, output, Form.Wire, new LocalNames("at", "offset", "value")).FixedFields(fields, "at", "offset");
        output.Blank();
        using (output.Block($"internal static bool Load(ref readonly byte at, int offset, out {type} value)"))
        {
            output.Line("value = default;");
            new LoadCode(context, output, Form.Wire, new LocalNames("at", "offset", "value"), "return false;").FixedFields(fields, "at", "offset");
            output.Line("return true;");
        }
    }
}
