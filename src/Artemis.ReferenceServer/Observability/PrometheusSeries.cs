using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Artemis.ReferenceServer.Observability;

/// <summary>What one instrument measured so far.</summary>
internal sealed class PrometheusSeries
{
    // From well under a tick to well over one, in seconds.
    private static readonly double[] Bounds =
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    // No Lock, which makes an event to wait on when it is first fought over.
    private readonly object _gate = new();
    private readonly bool _isObserved;
    private readonly long[]? _buckets;
    private readonly string _labels;
    private readonly SortedDictionary<string, double> _tagged = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, object? Value), string> _known = [];
    private double _sum;
    private long _count;

    private PrometheusSeries(Instrument instrument, string name, string type)
    {
        Name = name;
        Type = type;
        Help = instrument.Description ?? "";
        _isObserved = instrument.IsObservable;
        _labels = LabelsOf(instrument.Tags);
        _buckets = type == "histogram" ? new long[Bounds.Length] : null;
    }

    /// <summary>The metric's name.</summary>
    public string Name { get; }

    /// <summary>Counter, gauge or histogram.</summary>
    public string Type { get; }

    /// <summary>What it is.</summary>
    public string Help { get; }

    /// <summary>A series for an instrument.</summary>
    public static PrometheusSeries For(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var kind = instrument.GetType();
        var generic = kind.IsGenericType ? kind.GetGenericTypeDefinition() : kind;
        if (generic == typeof(Histogram<>))
            return new PrometheusSeries(instrument, name, "histogram");
        return generic == typeof(Counter<>) || generic == typeof(ObservableCounter<>)
            ? new PrometheusSeries(instrument, name + "_total", "counter")
            : new PrometheusSeries(instrument, name, "gauge");
    }

    /// <summary>Takes a measurement.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            if (!tags.IsEmpty)
            {
                var labels = KnownLabelsOf(tags);
                _tagged[labels] = _isObserved ? value : _tagged.GetValueOrDefault(labels) + value;
                return;
            }

            _count++;
            _sum = _isObserved ? value : _sum + value;
            if (_buckets is null)
                return;
            for (var bucket = 0; bucket < Bounds.Length; bucket++)
            {
                if (value <= Bounds[bucket])
                    _buckets[bucket]++;
            }
        }
    }

    /// <summary>Writes its lines.</summary>
    public void Write(StringBuilder text)
    {
        lock (_gate)
        {
            if (_buckets is null)
            {
                foreach (var (labels, value) in _tagged)
                    Line(text, Name, labels, value);
                if (_tagged.Count == 0)
                    Line(text, Name, _labels, _sum);
                return;
            }

            var before = _labels.Length == 0 ? "" : _labels + ",";
            for (var bucket = 0; bucket < Bounds.Length; bucket++)
            {
                var bound = Bounds[bucket].ToString(CultureInfo.InvariantCulture);
                Line(text, Name + "_bucket", $"{before}le=\"{bound}\"", _buckets[bucket]);
            }

            Line(text, Name + "_bucket", $"{before}le=\"+Inf\"", _count);
            Line(text, Name + "_sum", _labels, _sum);
            Line(text, Name + "_count", _labels, _count);
        }
    }

    // What comes with every frame must cost no memory: one tag's label is made once.
    private string KnownLabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length > 1)
            return LabelsOf(tags.ToArray());
        var tag = (tags[0].Key, tags[0].Value);
        if (!_known.TryGetValue(tag, out var labels))
            _known.Add(tag, labels = LabelsOf(tags.ToArray()));
        return labels;
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string LabelsOf(IEnumerable<KeyValuePair<string, object?>>? tags) =>
        tags is null ? "" : string.Join(',', tags.Select(tag => $"{tag.Key}=\"{Escape(tag.Value?.ToString() ?? "")}\""));

    private static string Escape(string value) => value.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
