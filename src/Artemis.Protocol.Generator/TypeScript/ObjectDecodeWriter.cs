using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>
/// The decoder of an object: a mask, then the set fields onto an existing value. Where a run of fixed-size fields begins, its
/// bytes are checked for once; then it is plain loads.
/// </summary>
internal sealed class ObjectDecodeWriter(TsModule module, ObjectModel model)
{
    private readonly TsMask mask = new(model);
    private readonly TsNames names = module.Output.Names;

    public void Write()
    {
        var code = module.Code;
        var own = TsNames.Own(model.Name);
        var runs = ObjectRun.Of(model, module.Output.Protocol).ToArray();
        WriteTables(runs);

        code.Blank();
        code.Lines(TsDocs.Comment(
            "Reads a mask and the fields it announces onto an existing value, and gives the mask. What is not announced stays. One that\nfails may leave the value half changed.",
            "@throws ProtocolError - `Truncated`, `UnknownField` or `OutOfRange`."));
        using (code.Block($"export function {names.Derived("decode" + model.Name)}(reader: {module.RuntimeType("Reader")}, value: {own}): {mask.Type}"))
        {
            code.Line("const view = reader.view;");
            code.Line("const end = reader.end;");
            if (runs.Any(run => run.Fixed.Count > 0))
                code.Line("// `| 0` tells engines that places are whole numbers, so that they need not look for an overflow.");
            code.Line("let at = reader.at;");
            WriteMask();
            for (var i = 0; i < runs.Length; i++)
                WriteRun(runs[i], i);
            code.Line("reader.at = at;");
            code.Line(mask.IsBig ? "return (BigInt(high) << 32n) | BigInt(mask);" : "return mask;");
        }
    }

    /// <summary>The tables by which a decoder checks the bytes of a run.</summary>
    private void WriteTables(ObjectRun[] runs)
    {
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i].Fixed.Count == 0)
                continue;
            module.Code.Blank();
            using (module.Code.Enclose($"const run{i} = /* @__PURE__ */ {module.Runtime("fieldRun")}([", "]);"))
                module.Code.Lines(runs[i].Fixed.Select(item => $"[{item.Field.Bit % 32}, {item.Size}, {TsLiterals.Text(item.Field.Name)}],"));
        }
    }

    private void WriteMask()
    {
        var code = module.Code;
        var size = model.MaskBytes;
        var name = TsLiterals.Text(model.Name);
        code.Line($"if (end - at < {size}) throw {module.Runtime("truncated")}(at, {size}, end, {name});");
        code.Line($"const mask = {Bytes("at", Math.Min(size, 4))};");
        if (mask.IsBig)
            code.Line($"const high = {Bytes("at + 4", size - 4)};");

        var unknown = new List<string>();
        var lowAll = (uint)mask.All;
        var highAll = (uint)(mask.All >> 32);
        if (~lowAll != 0 && (size >= 4 || lowAll != (1u << (size * 8)) - 1))
            unknown.Add($"(mask & {TsLiterals.Hex(~lowAll)}) !== 0");
        if (mask.IsBig && ~highAll != 0)
            unknown.Add($"(high & {TsLiterals.Hex(~highAll)}) !== 0");
        if (unknown.Count > 0)
        {
            var whole = mask.IsBig ? "(BigInt(high) << 32n) | BigInt(mask)" : "mask";
            code.Line($"if ({string.Join(" || ", unknown)}) throw {module.Runtime("unknownField")}(at, {whole}, {name});");
        }

        code.Line(Advance(size));
    }

    private static string Advance(int size) => $"at = (at + {size}) | 0;";

    private static string Bytes(string at, int size) => size switch
    {
        1 => $"view.getUint8({at})",
        2 => $"view.getUint16({at}, true)",
        3 => $"view.getUint16({at}, true) | (view.getUint8({at} + 2) << 16)",
        _ => $"view.getUint32({at}, true)",
    };

    private void WriteRun(ObjectRun run, int index)
    {
        var code = module.Code;
        code.Blank();
        if (run.Other is { } other)
        {
            using (code.Block($"if ({TsMask.IsSet([other.Bit])})"))
            {
                code.Line("reader.at = at;");
                new BinaryReading(module).Into(other.Type, "value." + other.Name, other.Name);
                code.Line("at = reader.at;");
            }

            return;
        }

        // What was called for the fields before may have changed anything, as far as an engine knows.
        code.Line("// One look at a shape stands for those of all fields below.");
        code.Line($"void value.{run.Fixed[0].Field.Name};");
        if (index > 0)
            code.Line("void view.getUint8(at - 1);");
        var all = run.Fixed.Aggregate(0UL, (sum, item) => sum | (1UL << (item.Field.Bit % 32)));
        var set = $"{TsMask.PartOf(run.Fixed[0].Field.Bit)} & {TsLiterals.Hex(all)}";
        code.Line($"if (end - at < {run.MaxSize}) {module.Runtime("requireFields")}(run{index}, {set}, at, end);");
        if (!run.IsWorthAWholePath)
        {
            WriteFields(run);
            return;
        }

        using (code.Block($"if ({TsMask.AreAllSet(run.Fixed.Select(field => field.Field.Bit))})", "} else {"))
            new WholeRunDecode(module, run).Write();
        using (code.Indent())
            WriteFields(run);
        code.Line("}");
    }

    private void WriteFields(ObjectRun run)
    {
        foreach (var field in run.Fixed)
        {
            using (module.Code.Block($"if ({TsMask.IsSet([field.Field.Bit])})"))
                WriteLoad(field);
        }
    }

    private void WriteLoad(RunField item)
    {
        var code = module.Code;
        var name = item.Field.Name;
        if (item.IsScalar)
        {
            WriteLoad(item.Parts[0], "value." + name, name);
        }
        else
        {
            code.Line($"const part = value.{name};");
            foreach (var part in item.Parts)
            {
                if (part.Scalar.Min is null)
                {
                    WriteLoad(part, "part" + part.Path, name + part.Path);
                    continue;
                }

                using (code.Block())
                    WriteLoad(part, "part" + part.Path, name + part.Path);
            }
        }

        code.Line(Advance(item.Size));
    }

    private void WriteLoad(RunPart part, string target, string name)
    {
        var code = module.Code;
        var at = part.Offset == 0 ? "at" : $"at + {part.Offset}";
        var read = $"view.get{part.Scalar.Accessor}({at}{part.Scalar.Endian})";
        ScalarLoad.Write(module, part, read, at, target, name);
    }
}
