using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writes unused fields where the next one is to lie further on.</summary>
internal sealed class Slack(IndentedWriter output)
{
    private int count;

    public void Fill(long bytes)
    {
        if (bytes > 0)
            output.Blank();
        foreach (var (keyword, size) in new[] { ("ulong", 8), ("uint", 4), ("ushort", 2), ("byte", 1) })
        {
            for (; bytes >= size; bytes -= size)
                output.Line($"private readonly {keyword} slack{count++};");
        }
    }
}
