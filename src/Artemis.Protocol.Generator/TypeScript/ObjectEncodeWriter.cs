using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>
/// The encoder of an object. Fields of fixed size are stored whether they are set or not and the place moves on only if they
/// are, eight at a time: a branch for each would be guessed wrong half of the time. Where all are set, small ones are stored together.
/// </summary>
internal sealed class ObjectEncodeWriter(TsModule module, ObjectModel model)
{
    private readonly TsMask mask = new(model);
    private readonly TsNames names = module.Output.Names;

    public void Write()
    {
        WriteEncode();
        WriteEntry();
    }

    private void WriteEncode()
    {
        var code = module.Code;
        var runs = ObjectRun.Of(model, module.Output.Protocol).ToArray();
        code.Blank();
        code.Line("// Names of this module's own: engines fold them into the code.");
        if (StoresBytes(runs))
            code.Line($"const out = {module.Runtime("scratchBytes")};");
        if (StoresWords(runs))
            code.Line($"const outView = {module.Runtime("scratchView")};");

        code.Blank();
        code.Lines(TsDocs.Comment(
            "Writes a mask and the fields it announces.",
            "@throws ProtocolError - `FrameTooLarge` if there is no room, `OutOfRange` for a text or list that cannot be made to fit."));
        var maskName = mask.IsBig ? "fields" : "mask";
        using (code.Block($"export function {names.Derived("encode" + model.Name)}(writer: {module.RuntimeType("Writer")}, value: {names.Derived(model.Name + "Quantized")}, {maskName}: {mask.Type}): void"))
        {
            code.Line("writer.enter();");
            code.Line("let at = writer.at;");
            WriteMask();
            foreach (var run in runs)
                WriteRun(run);
            code.Line("writer.at = at;");
        }
    }

    private bool StoresBytes(IEnumerable<ObjectRun> runs) =>
        model.MaskBytes % 4 is 1 or 3 || runs.Any(run => run.Fixed.Any(field => field.Parts.Any(part => part.Scalar.Kind == ScalarKind.U8)));

    private bool StoresWords(IEnumerable<ObjectRun> runs) =>
        model.MaskBytes > 1 || runs.Any(run => run.Fixed.Any(field => field.Parts.Any(part => part.Scalar.Kind != ScalarKind.U8)));

    private void WriteMask()
    {
        var code = module.Code;
        if (mask.IsBig)
        {
            code.Line($"const mask = Number(fields & {TsLiterals.Hex((uint)mask.All)}n);");
            code.Line($"const high = Number((fields >> 32n) & {TsLiterals.Hex(mask.All >> 32)}n);");
        }
        else
        {
            code.Line($"mask &= {TsLiterals.Hex(mask.All)};");
        }

        Store("mask", 0, Math.Min(model.MaskBytes, 4));
        if (mask.IsBig)
            Store("high", 4, model.MaskBytes - 4);
        code.Line($"at += {model.MaskBytes};");
    }

    private void Store(string part, int offset, int size)
    {
        var code = module.Code;
        var at = offset == 0 ? "at" : $"at + {offset}";
        switch (size)
        {
            case 1:
                code.Line($"out[{at}] = {part};");
                break;
            case 2:
                code.Line($"outView.setUint16({at}, {part}, true);");
                break;
            case 3:
                code.Line($"outView.setUint16({at}, {part}, true);");
                code.Line($"out[at + {offset + 2}] = {part} >>> 16;");
                break;
            default:
                code.Line($"outView.setUint32({at}, {part}, true);");
                break;
        }
    }

    private void WriteRun(ObjectRun run)
    {
        var code = module.Code;
        code.Blank();
        if (run.Other is { } other)
        {
            using (code.Block($"if ({TsMask.IsSet([other.Bit])})"))
                WriteOther(other);
            return;
        }

        if (run.IsWorthAWholePath)
        {
            using (code.Block($"if ({TsMask.AreAllSet(run.Fixed.Select(field => field.Field.Bit))})", "} else {"))
                new WholeRunEncode(module, run).Write();
            using (code.Indent())
                WriteOctets(run);
            code.Line("}");
        }
        else
        {
            WriteOctets(run);
        }

        code.Line($"if (at > writer.limit) throw {module.Runtime("tooLarge")}(at, writer.limit);");
    }

    private void WriteOther(ObjectFieldModel other)
    {
        var code = module.Code;
        if (other.Type is TextType { MaxBytes: <= byte.MaxValue } text)
        {
            code.Line($"at = {module.Runtime("putText")}(writer, at, value.{other.Name}, {text.MinBytes}, {text.MaxBytes}, {TsLiterals.Text(other.Name)});");
            return;
        }

        code.Line("writer.at = at;");
        new BinaryWriting(module, isQuantized: true).From(other.Type, "value." + other.Name, other.Name);
        code.Line("at = writer.at;");
    }

    private void WriteOctets(ObjectRun run)
    {
        foreach (var octet in run.Fixed.GroupBy(field => field.Field.Bit / 8))
        {
            using (module.Code.Block($"if ({TsMask.IsSet(octet.Select(field => field.Field.Bit))})"))
            {
                foreach (var field in octet)
                    WriteStore(field);
            }
        }
    }

    private void WriteStore(RunField item)
    {
        var code = module.Code;
        var field = item.Field;
        if (item.IsScalar)
        {
            WriteStore(item.Parts[0], "value." + field.Name);
            code.Line($"at += {TsMask.SizeIfSet(field.Bit, item.Size)};");
            return;
        }

        using (code.Block($"if ({TsMask.IsSet([field.Bit])})"))
        {
            code.Line($"const part = value.{field.Name};");
            foreach (var part in item.Parts)
                WriteStore(part, "part" + part.Path);
            code.Line($"at += {item.Size};");
        }
    }

    private void WriteStore(RunPart part, string source)
    {
        var at = part.Offset == 0 ? "at" : $"at + {part.Offset}";
        module.Code.Line(part.Scalar.Kind == ScalarKind.U8
            ? $"out[{at}] = {source};"
            : $"outView.set{part.Scalar.Accessor}({at}, {source}{part.Scalar.Endian});");
    }

    private void WriteEntry()
    {
        var code = module.Code;
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Writes an entry of an object stream: type, id, mask and the fields it announces. One that finds no room leaves the writer as it was.",
            "@throws ProtocolError - As the encoder does."));
        using (code.Block($"export function {names.EncodeAs(model.Name, "Entry")}(writer: {module.RuntimeType("Writer")}, id: number, value: {names.Derived(model.Name + "Quantized")}, mask: {mask.Type}): void"))
        {
            code.Line("const start = writer.at;");
            using (code.Block("try", "} catch (error) {"))
            {
                code.Line($"writer.u8({names.Derived(model.Name + "TypeId")});");
                code.Line("writer.u32(id);");
                code.Line($"{names.Derived("encode" + model.Name)}(writer, value, mask);");
            }

            using (code.Indent())
            {
                code.Line("writer.at = start;");
                code.Line("throw error;");
            }

            code.Line("}");
        }
    }
}
