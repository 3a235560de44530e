using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The part of a packet's reader that walks its stream of objects.</summary>
internal sealed class ObjectStreamReading(CSharpContext context, IndentedWriter output, StreamFacts facts)
{
    public void Write()
    {
        var objectType = context.ObjectType;
        output.Blank();
        output.Line("/// <summary>Goes to the next object; one that was not decoded is passed over.</summary>");
        output.Line("/// <param name=\"type\">Which object it is: decode it next.</param>");
        output.Line("/// <param name=\"id\">The object's id.</param>");
        output.Line("/// <returns>False after the last one, and where something is wrong.</returns>");
        using (output.Block($"public bool NextObject(out {objectType} type, out uint id)"))
        {
            output.Line("(type, id) = (default, 0);");
            output.Line("if (pendingType != 0)");
            using (output.Indent())
                output.Line("SkipObject();");
            output.Line($"if (Status != DecodeStatus.Ok || section != {facts.Objects.Index})");
            using (output.Indent())
                output.Line("return false;");
            Unless("reader.Has(1)", "return Fail(DecodeStatus.Truncated);");
            output.Line("pendingType = Wire.LoadU8(in reader.Take(1), 0);");
            using (output.Block("if (pendingType == 0)"))
            {
                output.Line("section++;");
                OpenNext(facts.Objects.Index + 1);
                output.Line("return false;");
            }

            output.Blank();
            Unless("reader.Has(4)", "return Fail(DecodeStatus.Truncated);");
            output.Line($"type = ({objectType})pendingType;");
            output.Line("id = Wire.LoadU32(in reader.Take(4), 0);");
            output.Line($"return {KnownPattern()} ? true : Fail(DecodeStatus.UnknownObject);");
        }

        foreach (var item in context.Model.Objects)
        {
            Decode(item, context.Names.Type(item.Name), "The object. It stays as it is if something is wrong.");
            Decode(item, context.Names.Type(item.Name) + ".Quantized", "The codes. They are of no use any more if something is wrong.");
        }

        output.Blank();
        output.Line("/// <summary>Passes over the object that was gone to.</summary>");
        using (output.Block("public DecodeStatus SkipObject()"))
        {
            using (output.Block("switch (pendingType)"))
            {
                foreach (var item in context.Model.Objects)
                {
                    var type = context.Names.Type(item.Name);
                    output.Line($"case {type}.TypeId:");
                    using (output.Indent())
                    {
                        output.Line($"var {CSharpNames.Local(item.Name)} = default({type}.Quantized);");
                        output.Line($"return Decode(ref {CSharpNames.Local(item.Name)}, out _);");
                    }
                }

                output.Line("default:");
                using (output.Indent())
                    output.Line("return Status;");
            }
        }
    }

    private string KnownPattern() => context.Model.Objects.Count == 0
        ? "false"
        : $"pendingType is {string.Join(" or ", context.Model.Objects.Select(item => context.Names.Type(item.Name) + ".TypeId"))}";

    private void Decode(ObjectModel item, string type, string doc)
    {
        var mask = item.MaskBytes <= 4 ? "uint" : "ulong";
        output.Blank();
        output.Line("/// <summary>Reads the set fields of the object that was gone to; the others keep their values.</summary>");
        output.Line($"/// <param name=\"value\">{doc}</param>");
        output.Line("/// <param name=\"mask\">The bits of the fields that were read.</param>");
        output.Line("/// <exception cref=\"InvalidOperationException\">It is an object of another type.</exception>");
        using (output.Block($"public DecodeStatus Decode(ref {type} value, out {mask} mask)"))
        {
            output.Line($"Expect({type.Replace(".Quantized", string.Empty)}.TypeId);");
            output.Line($"Status = {type}.Decode(reader.Rest, ref value, out mask, out var bytesRead);");
            output.Line("if (Status == DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("reader.Take(bytesRead);");
            output.Line("return Status;");
        }
    }

    private void OpenNext(int index)
    {
        if (index < facts.Sections.Count && facts.Sections[index].IsList)
            output.Line("OpenSection();");
    }

    private void Unless(string condition, string statement)
    {
        output.Line($"if (!{condition})");
        using (output.Indent())
            output.Line(statement);
    }
}
