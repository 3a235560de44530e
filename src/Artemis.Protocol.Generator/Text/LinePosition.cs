namespace Artemis.Protocol.Generator.Text;

/// <summary>A place in a text as editors show it.</summary>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">UTF-16 unit in the line, counted from 1.</param>
public readonly record struct LinePosition(int Line, int Column)
{
    public override string ToString() => $"{Line},{Column}";
}
