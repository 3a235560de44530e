namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Stores a run all of whose fields are set: every place is known, and small numbers go out together.</summary>
internal sealed class WholeRunEncode(TsModule module, ObjectRun run)
{
    public void Write()
    {
        foreach (var word in RunWord.Of(run))
        {
            var at = word.Offset == 0 ? "at" : $"at + {word.Offset}";
            var first = word.Pieces[0];
            if (word.Pieces.Count > 1)
                module.Code.Line($"outView.set{(word.Size == 2 ? "Uint16" : "Int32")}({at}, {Join(word)}, true);");
            else if (first.Size == 1 && first.IsSmall)
                module.Code.Line($"out[{at}] = value.{first.Path};");
            else
                module.Code.Line($"outView.set{first.Part.Scalar.Accessor}({at}, value.{first.Path}{first.Part.Scalar.Endian});");
        }

        module.Code.Line($"at += {run.MaxSize};");
    }

    private static string Join(RunWord word) => string.Join(" | ", word.Pieces.Select(piece =>
    {
        var code = $"(value.{piece.Path} & {(piece.Size == 1 ? "0xff" : "0xffff")})";
        var shift = 8 * (piece.Offset - word.Offset);
        return shift == 0 ? code : $"({code} << {shift})";
    }));
}
