using System.Text.Json;

namespace Artemis.Fuzz;

/// <summary>The golden vectors as inputs to spoil: bodies by the type that they are of, and whole frames.</summary>
internal sealed class Corpus
{
    private const int HeaderSize = 24;

    private readonly Dictionary<string, List<byte[]>> bodies = [];
    private readonly List<byte[]> frames = [];

    /// <summary>Messages of one or more frames.</summary>
    public IReadOnlyList<byte[]> Frames => frames;

    /// <summary>Bodies of one type; none if the vectors have none.</summary>
    public IReadOnlyList<byte[]> Bodies(string type) => bodies.GetValueOrDefault(type) ?? [];

    /// <summary>Reads all vectors of a folder.</summary>
    public static Corpus Read(string folder)
    {
        var corpus = new Corpus();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var kind = document.RootElement.GetProperty("kind").GetString()!;
            foreach (var item in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                if (item.TryGetProperty("hex", out var hex))
                    corpus.Add(kind, item.GetProperty("type").GetString()!, Convert.FromHexString(hex.GetString()!));
            }
        }

        return corpus;
    }

    private void Add(string kind, string type, byte[] bytes)
    {
        var isFrame = kind is "packet" or "message" or "frames";
        if (isFrame)
            frames.Add(bytes);
        if (kind == "frames")
            return;
        if (!bodies.TryGetValue(type, out var list))
            bodies[type] = list = [];
        list.Add(isFrame ? bytes[Math.Min(HeaderSize, bytes.Length)..] : bytes);
    }
}
