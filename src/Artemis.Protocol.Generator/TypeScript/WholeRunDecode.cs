namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Reads a run all of whose fields are set: every place is known, and small numbers come in together.</summary>
internal sealed class WholeRunDecode(TsModule module, ObjectRun run)
{
    public void Write()
    {
        var code = module.Code;
        var words = RunWord.Of(run).ToArray();
        if (words.Any(word => word.Pieces.Count > 1))
            code.Line("let word = 0;");
        foreach (var word in words)
        {
            if (word.Pieces.Count > 1)
                code.Line($"word = view.get{(word.Size == 2 ? "Uint16" : "Int32")}({At(word.Offset)}, true);");
            foreach (var piece in word.Pieces)
            {
                if (piece.Part.Scalar.Min is null)
                {
                    WriteLoad(word, piece);
                    continue;
                }

                using (code.Block())
                    WriteLoad(word, piece);
            }
        }

        code.Line($"at = (at + {run.MaxSize}) | 0;");
    }

    private void WriteLoad(RunWord word, RunPiece piece)
    {
        var scalar = piece.Part.Scalar;
        var read = word.Pieces.Count > 1
            ? Take(word, piece)
            : $"view.get{scalar.Accessor}({At(piece.Offset)}{scalar.Endian})";
        ScalarLoad.Write(module, piece.Part, read, At(piece.Offset), "value." + piece.Path, piece.Path);
    }

    private static string Take(RunWord word, RunPiece piece)
    {
        var shift = 8 * (piece.Offset - word.Offset);
        var shifted = shift == 0 ? "word" : $"word >>> {shift}";
        if (piece.Offset + piece.Size == word.Offset + word.Size)
            return shifted;
        return $"{(shift == 0 ? shifted : $"({shifted})")} & {(piece.Size == 1 ? "0xff" : "0xffff")}";
    }

    private static string At(int offset) => offset == 0 ? "at" : $"at + {offset}";
}
