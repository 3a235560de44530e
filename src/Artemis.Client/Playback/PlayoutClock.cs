namespace Artemis.Client;

/// <summary>
/// The clock on which the world is shown: it runs behind the stream of updates by the interpolation delay.
/// </summary>
/// <remarks>
/// <para>
/// The stream itself sets it. The fastest update of the last five seconds says how far the server's clock is away, latency
/// included; how much later the others come is jitter, and the delay grows with it within bounds. So the next update is there
/// before it is needed, unless it is later than any lately.
/// </para>
/// <para>
/// Nothing on the screen jumps: errors are worked off by running up to a tenth slower or a quarter faster than real time, unless
/// they exceed half a second. When the clock reaches the newest update and goes beyond it, it slows down within 40 ms to 42 % of
/// real time, so that a stall of 300 ms is bridged in motion; 150 ms beyond the newest update it holds still.
/// </para>
/// </remarks>
/// <param name="options">Bounds of the delay.</param>
public sealed class PlayoutClock(PlayoutOptions options)
{
    private const double WindowMs = 5000;

    // An error beyond this is not worked off but shown at once.
    private const double SnapMs = 500;

    // How long it would take to work off an error, were there no bounds on how fast.
    private const double CorrectionMs = 1000;
    private const double MostSlower = 0.1;
    private const double MostFaster = 0.25;

    // When the stream stays away: with these two, 150 ms of carrying on last for 300 ms.
    private const double StalledRate = 0.42;
    private const double StallsWithinMs = 40;

    private readonly Queue<(double At, double Transit)> transits = new();
    private double fastest;
    private double newest;
    private double? shown;
    private double lastNow;

    /// <summary>Interpolation delay now, in ms.</summary>
    public double Delay => Math.Min(options.MaxDelayMs, options.DelayMs + Lateness);

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
        newest = serverTime;
        double late = transit - fastest;
        Lateness = late > Lateness ? late : Lateness + ((late - Lateness) / 64);
    }

    /// <summary>Server time to show at <paramref name="now"/> (client clock), in ms. Never runs backwards, but for a restart.</summary>
    public double Time(double now)
    {
        if (transits.Count == 0) return 0;
        double passed = Math.Max(0, now - lastNow);
        lastNow = now;
        double end = newest + PoseTrack.CarryOnMs;
        double wanted = Math.Min(now - fastest - Delay, end);
        if (shown is not { } time || Math.Abs(wanted - time - passed) > SnapMs)
        {
            shown = wanted;
            return wanted;
        }

        double behind = wanted - time - passed;
        double beyond = time - newest;
        double rate = 1 + Math.Max(-MostSlower, Math.Min(MostFaster, behind / CorrectionMs));
        if (beyond > 0) rate = Math.Min(rate, Math.Max(StalledRate, 1 - (beyond * (1 - StalledRate) / StallsWithinMs)));
        time = Math.Max(time, Math.Min(end, time + (passed * rate)));
        shown = time;
        return time;
    }

    /// <summary>Starts anew, as after a lost connection.</summary>
    public void Reset()
    {
        transits.Clear();
        Lateness = 0;
        shown = null;
    }
}
