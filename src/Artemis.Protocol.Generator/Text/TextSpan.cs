namespace Artemis.Protocol.Generator.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="Length">How many UTF-16 units; 0 is a place between two.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just past the last unit.</summary>
    public int End => Start + Length;

    /// <summary>The span from an offset up to another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
