namespace Artemis.Client;

/// <summary>A network as it shall be.</summary>
/// <param name="LatencyMs">Added to the round trip, in ms; half of it each way.</param>
/// <param name="JitterMs">Most that a message's way may be longer or shorter by, in ms. Messages never overtake each other.</param>
public sealed record NetworkConditions(double LatencyMs = 0, double JitterMs = 0);

/// <summary>Makes a good network bad, to see how a client bears it: latency, jitter, stalls and lost connections, on demand.</summary>
/// <example>
/// <code>
/// var conditioner = new NetworkConditioner(new NetworkConditions(LatencyMs: 120, JitterMs: 40));
/// await using var game = new GameClient(seat, observer, new GameClientOptions { Conditioner = conditioner });
/// conditioner.Stall(TimeSpan.FromMilliseconds(300));
/// </code>
/// </example>
public sealed class NetworkConditioner
{
    private readonly Lock sync = new();
    private readonly TimeProvider time;
    private readonly Func<double> random;
    private readonly List<Action> connections = [];
    private readonly long startedAt;
    private double stalledUntil;

    /// <summary>Makes one.</summary>
    /// <param name="conditions">The network as it shall be; a perfect one by default.</param>
    /// <param name="random">Gives numbers from 0 to below 1; by chance by default.</param>
    /// <param name="time">The clock; the system's own by default.</param>
    public NetworkConditioner(NetworkConditions? conditions = null, Func<double>? random = null, TimeProvider? time = null)
    {
        Conditions = conditions ?? new NetworkConditions();
        this.random = random ?? Random.Shared.NextDouble;
        this.time = time ?? TimeProvider.System;
        startedAt = this.time.GetTimestamp();
    }

    /// <summary>May be changed at any time; messages under way keep theirs.</summary>
    public NetworkConditions Conditions { get; set; }

    /// <summary>Lets nothing through for a while; then everything at once.</summary>
    public void Stall(TimeSpan duration)
    {
        lock (sync) stalledUntil = Now + duration.TotalMilliseconds;
    }

    /// <summary>Breaks all connections.</summary>
    public void Disconnect()
    {
        Action[] breaks;
        lock (sync) breaks = [.. connections];
        foreach (var breakOff in breaks) breakOff();
    }

    internal double Now => time.GetElapsedTime(startedAt).TotalMilliseconds;

    /// <summary>A connection begins; the action breaks it off.</summary>
    internal void Add(Action breakOff)
    {
        lock (sync) connections.Add(breakOff);
    }

    internal void Remove(Action breakOff)
    {
        lock (sync) connections.Remove(breakOff);
    }

    /// <summary>One direction of a connection.</summary>
    internal NetworkLine NewLine() => new(this);

    /// <summary>When a message that is sent now arrives.</summary>
    internal double Arrival()
    {
        lock (sync)
        {
            double way = Math.Max(0, (Conditions.LatencyMs / 2) + (((random() * 2) - 1) * Conditions.JitterMs));
            return Math.Max(Now + way, stalledUntil);
        }
    }

    internal async ValueTask WaitUntil(double due)
    {
        double wait = due - Now;
        if (wait > 0) await Task.Delay(TimeSpan.FromMilliseconds(wait), time);
    }
}

/// <summary>One direction of a connection: everything takes its time, and nothing overtakes.</summary>
internal sealed class NetworkLine(NetworkConditioner conditioner)
{
    private double last;

    /// <summary>When a message that is sent now arrives.</summary>
    public double Pass() => last = Math.Max(last, conditioner.Arrival());
}
