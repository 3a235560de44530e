using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Artemis.Simulation;

/// <summary>
/// Reads a JSON data file (comments and trailing commas allowed) into a type and checks it: every property must be there,
/// none may be unknown, and numbers must be in their ranges.
/// </summary>
internal sealed class DataFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly string _file;
    private readonly Dictionary<string, int> _lines;
    private readonly List<string> _errors = [];

    private DataFile(string file, Dictionary<string, int> lines)
    {
        _file = file;
        _lines = lines;
    }

    /// <summary>A number that stands for the text of a file.</summary>
    public static ulong Fingerprint(ReadOnlySpan<byte> text)
    {
        var hash = new StateHash();
        foreach (byte b in text) hash.Add((ulong)b);
        return hash.Value;
    }

    /// <summary>Reads and checks.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="json">Its text in UTF-8.</param>
    /// <param name="check">Checks beyond ranges; reports by path.</param>
    /// <exception cref="DataFileException">The file is not as it must be.</exception>
    public static T Read<T>(string file, ReadOnlySpan<byte> json, Action<T, DataFile> check)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(json, Options)
                ?? throw new DataFileException([$"{file}(1): the file is empty"]);
            var data = new DataFile(file, JsonLines.Find(json));
            data.CheckRanges(value, "$");
            check(value, data);
            return data._errors.Count == 0 ? value : throw new DataFileException(data._errors);
        }
        catch (JsonException e)
        {
            string where = e.LineNumber is { } line ? (line + 1).ToString(CultureInfo.InvariantCulture) : "1";
            string what = e.Message.Split(" Path:")[0];
            string path = e.Path is { Length: > 2 } p ? p[2..] + ": " : "";
            throw new DataFileException([$"{file}({where}): {path}{what}"]);
        }
    }

    /// <summary>Reports an error at a path such as <c>$.ships[2].turn</c>.</summary>
    public void Error(string path, string what)
    {
        string nearest = path;
        int line;
        while (!_lines.TryGetValue(nearest, out line))
        {
            nearest = nearest[..Math.Max(nearest.LastIndexOf('.'), Math.Max(nearest.LastIndexOf('['), 0))];
            if (nearest.Length == 0) break;
        }
        _errors.Add($"{_file}({Math.Max(line, 1)}): {(path.Length > 2 ? path[2..] : "the file")} {what}");
    }

    private void CheckRanges(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetMethod is null || property.SetMethod is null) continue;
            string at = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
            Check(property.GetValue(value), property, at);
        }
    }

    private void Check(object? value, PropertyInfo property, string at)
    {
        switch (value)
        {
            case null or string or bool or Enum:
                break;
            case double or int:
                CheckNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), property, at);
                break;
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                    Check(entry.Value, property, $"{at}.{JsonNamingPolicy.CamelCase.ConvertName(entry.Key.ToString()!)}");
                break;
            case IList list:
                if (property.GetCustomAttribute<LengthAttribute>() is { } length
                    && (list.Count < length.Low || list.Count > length.High))
                {
                    Error(at, length.Low == length.High
                        ? $"must have {length.Low} entries, not {list.Count}"
                        : $"must have {length.Low} to {length.High} entries, not {list.Count}");
                }
                for (int i = 0; i < list.Count; i++) Check(list[i], property, $"{at}[{i}]");
                break;
            default:
                CheckRanges(value, at);
                break;
        }
    }

    private void CheckNumber(double number, PropertyInfo property, string at)
    {
        var within = property.GetCustomAttribute<WithinAttribute>();
        double low = within?.Low ?? 0.0;
        double high = within?.High ?? 1e9;
        if (number >= low && number <= high) return;
        Error(at, string.Create(CultureInfo.InvariantCulture, $"must be {low} to {high}, not {number}"));
    }
}
