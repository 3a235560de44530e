using Artemis.ReferenceServer.Observability;

namespace Artemis.ReferenceServer.Tests.Observability;

public sealed class PrometheusExporterTests
{
    [Fact]
    public void Counters_gauges_and_histograms_are_written()
    {
        using var exporter = new PrometheusExporter();
        var gauge = 3;
        ServerMetrics.Observe("artemis.test.gauge", "{thing}", "Things.", () => gauge);
        ServerMetrics.Rejoins.Add(2);
        ServerMetrics.TickTime.Record(0.002);
        ServerMetrics.TickTime.Record(0.3);

        var lines = exporter.Write().Split('\n');

        Assert.Contains("# TYPE artemis_rejoins_total counter", lines);
        Assert.Contains("artemis_rejoins_total 2", lines);
        Assert.Contains("artemis_test_gauge 3", lines);
        Assert.Contains("artemis_tick_duration_seconds_bucket{le=\"0.001\"} 0", lines);
        Assert.Contains("artemis_tick_duration_seconds_bucket{le=\"0.0025\"} 1", lines);
        Assert.Contains("artemis_tick_duration_seconds_bucket{le=\"+Inf\"} 2", lines);
        Assert.Contains("artemis_tick_duration_seconds_count 2", lines);
    }
}
