using System.Text.Json;

namespace Artemis.Benchmarks.Harness;

/// <summary>The report for programs: <c>{"results":[{"language","name","ns","bytes","allocated","peers"}]}</c>.</summary>
internal static class ResultFile
{
    public static void Write(string path, IReadOnlyList<Result> results)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("language", "csharp");
            json.WriteString("name", result.Name);
            json.WriteNumber("ns", Math.Round(result.Nanoseconds, 2));
            json.WriteNumber("bytes", result.Bytes);
            json.WriteNumber("allocated", result.Allocated);
            json.WriteStartObject("peers");
            foreach (var (name, nanoseconds) in result.Peers)
                json.WriteNumber(name, Math.Round(nanoseconds, 2));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
