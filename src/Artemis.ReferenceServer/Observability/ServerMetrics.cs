using System.Diagnostics.Metrics;

namespace Artemis.ReferenceServer.Observability;

/// <summary>What a server measures of itself. Units follow OpenTelemetry; times are in seconds.</summary>
public static class ServerMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Artemis.Server";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Time that a tick took.</summary>
    public static Histogram<double> TickTime { get; } =
        Meter.CreateHistogram<double>("artemis.tick.duration", "s", "Time that a tick took, from commands to sockets.");

    /// <summary>Time that each phase of a tick took, by <see cref="TickPhase"/>.</summary>
    public static IReadOnlyList<Histogram<double>> PhaseTimes { get; } = [.. Enum.GetValues<TickPhase>().Select(phase =>
        Meter.CreateHistogram<double>(
            "artemis.tick.phase.duration", "s", "Time that a phase of a tick took.", [new("phase", phase.ToString())]))];

    /// <summary>Ticks that began more than half a step late.</summary>
    public static Counter<long> TicksLate { get; } =
        Meter.CreateCounter<long>("artemis.ticks.late", "{tick}", "Ticks that began more than 25 ms late.");

    /// <summary>Ticks that were skipped after a stall.</summary>
    public static Counter<long> TicksSkipped { get; } =
        Meter.CreateCounter<long>("artemis.ticks.skipped", "{tick}", "Ticks that were skipped after a stall.");

    /// <summary>Bytes handed to WebSockets.</summary>
    public static Counter<long> BytesOut { get; } =
        Meter.CreateCounter<long>("artemis.bytes.out", "By", "Bytes handed to WebSockets, without their framing.");

    /// <summary>Messages handed to WebSockets.</summary>
    public static Counter<long> MessagesOut { get; } =
        Meter.CreateCounter<long>("artemis.messages.out", "{message}", "Messages handed to WebSockets.");

    /// <summary>Bytes that came in.</summary>
    public static Counter<long> BytesIn { get; } =
        Meter.CreateCounter<long>("artemis.bytes.in", "By", "Bytes that came in over WebSockets, without their framing.");

    /// <summary>Connections that were closed because of what came in, or how much.</summary>
    public static Counter<long> InputRejected { get; } =
        Meter.CreateCounter<long>("artemis.input.rejected", "{connection}", "Connections closed for what they sent.");

    /// <summary>Updates that were not sent to a console because it lagged.</summary>
    public static Counter<long> UpdatesSkipped { get; } =
        Meter.CreateCounter<long>("artemis.updates.skipped", "{update}", "Updates kept from consoles that lagged behind.");

    /// <summary>Connections closed for being too slow.</summary>
    public static Counter<long> SlowConsumers { get; } =
        Meter.CreateCounter<long>("artemis.connections.slow", "{connection}", "Connections closed for being too slow.");

    /// <summary>Players who came back.</summary>
    public static Counter<long> Rejoins { get; } =
        Meter.CreateCounter<long>("artemis.rejoins", "{player}", "Players who came back to their seats.");

    /// <summary>Commands that were refused.</summary>
    public static Counter<long> CommandsRefused { get; } =
        Meter.CreateCounter<long>("artemis.commands.refused", "{command}", "Commands that were refused.");

    /// <summary>Time from the request for a session until it takes players.</summary>
    public static Histogram<double> CreateToReady { get; } = Meter.CreateHistogram<double>(
        "artemis.session.create.duration", "s", "Time from the request for a session until it takes players.");

    /// <summary>Adds a count with tags that is looked up when it is asked for.</summary>
    public static void ObserveCounts(string name, string unit, string description, Func<IEnumerable<Measurement<long>>> values) =>
        Meter.CreateObservableCounter(name, values, unit, description);

    /// <summary>Adds a figure that is looked up when it is asked for.</summary>
    public static void Observe(string name, string unit, string description, Func<int> value) =>
        Meter.CreateObservableGauge(name, value, unit, description);
}
