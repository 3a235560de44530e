namespace Artemis.Protocol.Generator.Binding;

/// <summary>Paths of schema files, with <c>/</c> between folders on every system.</summary>
internal static class SchemaPath
{
    public static string FileName(string path) => path.Substring(Normalize(path).LastIndexOf('/') + 1);

    /// <summary>The path of an import, seen from the importing file.</summary>
    public static string Resolve(string importer, string import)
    {
        var from = Normalize(importer);
        var folder = from.Substring(0, from.LastIndexOf('/') + 1);
        var target = import.Replace('\\', '/');
        return Collapse(IsRooted(target) ? target : folder + target);
    }

    public static string Normalize(string path) => Collapse(path.Replace('\\', '/'));

    private static bool IsRooted(string path) => path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') == 1;

    private static string Collapse(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            var last = parts.Count > 0 ? parts[parts.Count - 1] : null;
            if (part == ".." && last is not (null or "" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }

        // The second slash of a path that begins with a server's name means something.
        return (path.StartsWith("//", StringComparison.Ordinal) ? "/" : "") + string.Join("/", parts);
    }
}
