using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Artemis.ReferenceServer.Observability;

/// <summary>
/// Sums up what the server measures and writes it in Prometheus' text format (version 0.0.4). Tags are not told apart: the server uses none.
/// </summary>
public sealed class PrometheusExporter : IDisposable
{
    /// <summary>The format's content type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    // From well under a tick to well over one, in seconds.
    private static readonly double[] Bounds =
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<Instrument, Series> _series = new();
    private readonly MeterListener _listener = new();

    /// <summary>Begins to listen.</summary>
    public PrometheusExporter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ServerMetrics.MeterName)
                listener.EnableMeasurementEvents(instrument, _series.GetOrAdd(instrument, Series.For));
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, _, state) => ((Series)state!).Record(value));
        _listener.SetMeasurementEventCallback<long>(static (_, value, _, state) => ((Series)state!).Record(value));
        _listener.SetMeasurementEventCallback<int>(static (_, value, _, state) => ((Series)state!).Record(value));
        _listener.Start();
    }

    /// <summary>Writes all series.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (_, series) in _series.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal))
            series.Write(text);
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private sealed class Series
    {
        private readonly Lock _gate = new();
        private readonly string _name;
        private readonly string _type;
        private readonly string _help;
        private readonly long[]? _buckets;
        private double _sum;
        private long _count;

        private Series(string name, string type, string help, bool hasBuckets)
        {
            _name = name;
            _type = type;
            _help = help;
            _buckets = hasBuckets ? new long[Bounds.Length] : null;
        }

        public static Series For(Instrument instrument)
        {
            var name = instrument.Name.Replace('.', '_') + instrument.Unit switch
            {
                "s" => "_seconds",
                "By" => "_bytes",
                _ => "",
            };
            var kind = instrument.GetType();
            var generic = kind.IsGenericType ? kind.GetGenericTypeDefinition() : kind;
            var help = instrument.Description ?? "";
            if (generic == typeof(Histogram<>))
                return new Series(name, "histogram", help, hasBuckets: true);
            return generic == typeof(Counter<>)
                ? new Series(name + "_total", "counter", help, hasBuckets: false)
                : new Series(name, "gauge", help, hasBuckets: false);
        }

        public void Record(double value)
        {
            lock (_gate)
            {
                _count++;
                _sum = _type == "gauge" ? value : _sum + value;
                if (_buckets is null)
                    return;
                for (var bucket = 0; bucket < Bounds.Length; bucket++)
                {
                    if (value <= Bounds[bucket])
                        _buckets[bucket]++;
                }
            }
        }

        public void Write(StringBuilder text)
        {
            lock (_gate)
            {
                text.Append("# HELP ").Append(_name).Append(' ').Append(_help).Append('\n');
                text.Append("# TYPE ").Append(_name).Append(' ').Append(_type).Append('\n');
                if (_buckets is null)
                {
                    Line(_name, "", _sum);
                    return;
                }

                for (var bucket = 0; bucket < Bounds.Length; bucket++)
                    Line(_name + "_bucket", $"{{le=\"{Bounds[bucket].ToString(CultureInfo.InvariantCulture)}\"}}", _buckets[bucket]);
                Line(_name + "_bucket", "{le=\"+Inf\"}", _count);
                Line(_name + "_sum", "", _sum);
                Line(_name + "_count", "", _count);
            }

            void Line(string name, string labels, double value) =>
                text.Append(name).Append(labels).Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}
