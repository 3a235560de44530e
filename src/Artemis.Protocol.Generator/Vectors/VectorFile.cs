using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Writes the cases of one kind as a JSON file, a case a line.</summary>
internal static class VectorFile
{
    public static OutputFile Of(string fileName, string kind, ProtocolModel protocol, IEnumerable<VectorCase> cases)
    {
        var lines = cases.Select(item => item.ToJson()).ToArray();
        var writer = new IndentedWriter(indentSize: 2, BraceStyle.SameLine);
        using (writer.Block())
        {
            writer.Line($"\"protocol\": {JsonText.Quote(protocol.Name)},");
            writer.Line($"\"version\": {JsonText.Quote(protocol.Version.ToString())},");
            writer.Line($"\"kind\": {JsonText.Quote(kind)},");
            using (writer.Enclose("\"cases\": [", "]"))
            {
                for (var i = 0; i < lines.Length; i++)
                    writer.Line(i < lines.Length - 1 ? lines[i] + "," : lines[i]);
            }
        }

        return new OutputFile(fileName, writer.ToString());
    }
}
