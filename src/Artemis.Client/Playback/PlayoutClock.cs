namespace Artemis.Client;

/// <summary>
/// The clock on which the world is shown: it runs behind the stream of updates by the interpolation delay.
/// </summary>
/// <remarks>
/// The stream itself sets it. The fastest update of the last five seconds says how far the server's clock is away, latency
/// included; how much later the others come is jitter, and the delay grows with it within bounds. Corrections are slewed by at
/// most a tenth of real time, so that nothing on the screen jumps, unless they exceed half a second.
/// </remarks>
/// <param name="options">Bounds of the delay.</param>
public sealed class PlayoutClock(PlayoutOptions options)
{
    private const double WindowMs = 5000;
    private const double SnapMs = 500;
    private readonly Queue<(double At, double Transit)> transits = new();
    private double fastest;
    private double? offset;
    private double lastNow;
    private double lastTime = double.NegativeInfinity;

    /// <summary>Interpolation delay now, in ms.</summary>
    /// <remarks>A lateness of up to half an interval is within what carrying on bridges unseen.</remarks>
    public double Delay =>
        Math.Min(options.MaxDelayMs, Math.Max(options.DelayMs, options.DelayMs + Lateness - (options.DelayMs / 2)));

    /// <summary>How late updates come in comparison with the fastest, in ms: rises at once, decays slowly.</summary>
    public double Lateness { get; private set; }

    /// <summary>An update came.</summary>
    /// <param name="serverTime">Its time, in ms.</param>
    /// <param name="now">Client clock, in ms.</param>
    public void Update(double serverTime, double now)
    {
        double transit = now - serverTime;
        transits.Enqueue((now, transit));
        while (transits.Count > 1 && now - transits.Peek().At > WindowMs) transits.Dequeue();
        fastest = double.PositiveInfinity;
        foreach (var entry in transits) fastest = Math.Min(fastest, entry.Transit);
        double late = transit - fastest;
        Lateness = late > Lateness ? late : Lateness + ((late - Lateness) / 64);
    }

    /// <summary>Server time to show at <paramref name="now"/> (client clock), in ms. Never runs backwards, but for a restart.</summary>
    public double Time(double now)
    {
        if (transits.Count == 0) return 0;
        double wanted = -fastest - Delay;
        if (offset is not { } current || Math.Abs(wanted - current) > SnapMs)
        {
            offset = wanted;
        }
        else
        {
            double most = Math.Max(0, now - lastNow) * 0.1;
            offset = current + Math.Clamp(wanted - current, -most, most);
        }

        lastNow = now;
        double time = now + offset.Value;
        lastTime = Math.Abs(time - lastTime) > SnapMs ? time : Math.Max(time, lastTime);
        return lastTime;
    }

    /// <summary>Starts anew, as after a lost connection.</summary>
    public void Reset()
    {
        transits.Clear();
        Lateness = 0;
        offset = null;
        lastTime = double.NegativeInfinity;
    }
}
