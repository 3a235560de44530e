using System.Text;
using System.Text.Json;

namespace Artemis.Simulation;

/// <summary>Finds on which line of a JSON text each value begins.</summary>
internal static class JsonLines
{
    /// <summary>Lines, counted from 1, by path such as <c>$.ships[2].turn</c>. The text must be well-formed.</summary>
    public static Dictionary<string, int> Find(ReadOnlySpan<byte> json)
    {
        var lines = new Dictionary<string, int>();
        var reader = new Utf8JsonReader(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var containers = new Stack<(string Path, bool IsArray, int Next)>();
        string path = "$";
        int line = 1;
        long counted = 0;
        while (reader.Read())
        {
            line += json[(int)counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path = $"{containers.Peek().Path}.{Encoding.UTF8.GetString(reader.ValueSpan)}";
                lines[path] = line;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                containers.Pop();
                continue;
            }
            if (containers.TryPeek(out var parent) && parent.IsArray)
            {
                containers.Pop();
                path = $"{parent.Path}[{parent.Next}]";
                containers.Push(parent with { Next = parent.Next + 1 });
            }
            lines.TryAdd(path, line);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                containers.Push((path, reader.TokenType == JsonTokenType.StartArray, 0));
        }
        return lines;
    }
}
