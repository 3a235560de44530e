using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A number of a run all of whose fields are set.</summary>
/// <param name="Offset">From the run's first byte on.</param>
internal sealed record RunPiece(RunField Field, RunPart Part, int Offset)
{
    public int Size => Part.Scalar.Size;

    /// <summary>From the object on, as in <c>systems.beams</c>.</summary>
    public string Path => Field.Field.Name + Part.Path;

    /// <summary>Whether it may share a word with its neighbours.</summary>
    public bool IsSmall => Part.Scalar.Kind is ScalarKind.U8 or ScalarKind.U16;
}

/// <summary>Neighbouring numbers that are read and written at once: one of any size, or small ones that fill 16 or 32 bits.</summary>
internal sealed record RunWord(IReadOnlyList<RunPiece> Pieces)
{
    private const int MostBytes = 4;

    public int Offset => Pieces[0].Offset;

    public int Size => Pieces.Sum(piece => piece.Size);

    /// <summary>The words of a run all of whose fields are set.</summary>
    public static IEnumerable<RunWord> Of(ObjectRun run)
    {
        var pieces = new List<RunPiece>();
        foreach (var field in run.Fixed)
            pieces.AddRange(field.Parts.Select(part => new RunPiece(field, part, 0)));
        var offset = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i] = pieces[i] with { Offset = offset };
            offset += pieces[i].Size;
        }

        for (var first = 0; first < pieces.Count;)
        {
            var count = CountOf(pieces, first);
            yield return new RunWord(pieces.GetRange(first, count));
            first += count;
        }
    }

    /// <summary>The most neighbours that fill a word exactly.</summary>
    private static int CountOf(List<RunPiece> pieces, int first)
    {
        var (best, size) = (1, 0);
        for (var i = first; i < pieces.Count && pieces[i].IsSmall && size < MostBytes; i++)
        {
            size += pieces[i].Size;
            if (size is 2 or MostBytes)
                best = i - first + 1;
        }

        return best;
    }
}
