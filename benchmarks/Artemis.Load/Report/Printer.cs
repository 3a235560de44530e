using System.Globalization;
using System.Text;

namespace Artemis.Load.Report;

/// <summary>Writes a report for people, with the first bars beside what they are for.</summary>
internal static class Printer
{
    public static string Write(LoadReport report)
    {
        var text = new StringBuilder();
        var bar = report.Scenario == "spread" ? "1,000" : "5,000";
        Add("Ticks", $"p50 {report.TickMs.P50} ms, p99 {report.TickMs.P99} ms, longest {report.TickMs.Max} ms (bar: p99 5 ms)");
        foreach (var (phase, time) in report.PhaseMs)
            Add($"  {phase}", $"p50 {time.P50} ms, p99 {time.P99} ms, longest {time.Max} ms");
        var late = report.Ticks == 0 ? 0 : 100.0 * report.TicksLate / report.Ticks;
        Add("Late", $"{report.TicksLate} of {report.Ticks} ticks, {late:0.###} %; {report.TicksSkipped} skipped (bar: 0.1 %, 0)");
        Add("Allocated", $"{report.AllocatedBytesPerTick:0.#} bytes a steady tick, nothing in {100 * report.TicksWithoutAllocation:0.##} % of them (bar: 0)");
        Add("  in any tick", $"{report.AllocatedBytesPerAnyTick:0.#} bytes: those with words, and the web server's housekeeping once a second");
        var objects = report.ObjectBytesPerSecondPerPlayer;
        Add("Objects", $"{objects.Mean:0} bytes/s to a player, p99 of seconds {objects.P99:0} (bar: {bar})");
        Add("Payload", $"{report.PayloadBytesPerSecondPerPlayer.Mean:0} bytes/s to a player");
        Add("Wire", $"{report.WireBytesPerSecondPerPlayer:0} bytes/s to a player; from one {report.InboundBytesPerSecondPerPlayer:0}");
        Add("Near movers", $"at least {report.NearMoversPerShip:0} for each ship, {report.NearMoversPerShipMean:0.0} on average");
        Add("Torpedoes", $"at least {report.TorpedoesPerShip:0.0} in flight for each ship, {report.TorpedoesPerShipMean:0.0} on average");
        Add("Update age", $"p50 {report.UpdateLatencyMs.P50} ms, p99 {report.UpdateLatencyMs.P99} ms");
        foreach (var (action, time) in report.CommandLatencyMs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add($"  {action}", $"p50 {time.P50:0} ms, p99 {time.P99:0} ms until seen");
        Add("Processors", $"server {report.CpuCores.Server} cores, players {report.CpuCores.Clients}");
        Add("Memory", $"server {report.RssMiB.Server} MiB, players {report.RssMiB.Clients} MiB");
        Add("Errors", $"{report.ClientErrors} of clients; {report.Desyncs} desyncs in {report.StatesCompared} comparisons");
        return text.ToString();

        void Add(string name, FormattableString value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name,-20}").Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
