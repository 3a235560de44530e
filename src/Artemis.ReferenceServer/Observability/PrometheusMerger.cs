using System.Text;

namespace Artemis.ReferenceServer.Observability;

/// <summary>Puts the figures of several processes into one text, each told apart by a label; the format wants each name's lines together.</summary>
public sealed class PrometheusMerger
{
    private readonly SortedDictionary<string, (string Head, StringBuilder Samples)> _families = new(StringComparer.Ordinal);

    /// <summary>Adds what a process measured.</summary>
    /// <param name="text">Text as <see cref="PrometheusExporter"/> writes it.</param>
    /// <param name="label">The label, such as <c>session="…"</c>.</param>
    public void Add(string text, string label)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = new StringBuilder();
        StringBuilder? samples = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("# HELP "))
            {
                head.Clear().Append(line).Append('\n');
            }
            else if (line.StartsWith("# TYPE "))
            {
                head.Append(line).Append('\n');
                var name = line["# TYPE ".Length..];
                samples = FamilyOf(name[..name.IndexOf(' ')].ToString(), head.ToString());
            }
            else if (!line.IsEmpty && samples is not null)
            {
                Append(samples, line, label);
            }
        }
    }

    /// <summary>Writes all.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (head, samples) in _families.Values)
            text.Append(head).Append(samples);
        return text.ToString();
    }

    private StringBuilder FamilyOf(string name, string head)
    {
        if (!_families.TryGetValue(name, out var family))
            _families.Add(name, family = (head, new StringBuilder()));
        return family.Samples;
    }

    // `name{le="1"} 2` or `name 2`.
    private static void Append(StringBuilder samples, ReadOnlySpan<char> line, string label)
    {
        var brace = line.IndexOf('{');
        var at = brace < 0 ? line.IndexOf(' ') : brace;
        samples.Append(line[..at]).Append('{').Append(label);
        if (brace < 0)
            samples.Append('}').Append(line[at..]);
        else
            samples.Append(',').Append(line[(at + 1)..]);
        samples.Append('\n');
    }
}
