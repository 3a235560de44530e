namespace Artemis.ReferenceServer.Game.Commands;

/// <summary>
/// Maps a client's clock onto the game's, by the round trip that took least time: the less time it took, the less its two
/// ways can have differed.
/// </summary>
public struct ClientClock
{
    private double _offset;
    private double _bestRoundTrip;
    private double _lastMapped;
    private bool _known;

    /// <summary>The least round trip seen, in milliseconds; 0 before the first.</summary>
    public readonly double BestRoundTrip => _bestRoundTrip;

    /// <summary>Takes a measurement: the game asked at one time and heard at another what the client's clock said between.</summary>
    /// <param name="askedAt">When the game asked, in ms.</param>
    /// <param name="clientTime">What the client's clock said, in ms.</param>
    /// <param name="heardAt">When the answer came, in ms.</param>
    public void Observe(double askedAt, double clientTime, double heardAt)
    {
        var roundTrip = heardAt - askedAt;
        if (!double.IsFinite(clientTime) || roundTrip < 0 || (_known && roundTrip >= _bestRoundTrip))
            return;
        _bestRoundTrip = roundTrip;
        _offset = askedAt + roundTrip / 2 - clientTime;
        _known = true;
    }

    /// <summary>When a command was given, on the game's clock.</summary>
    /// <param name="clientTime">What the client says, in ms.</param>
    /// <param name="earliest">When the tick before began, in ms: older than this is nothing that comes now.</param>
    /// <param name="now">The time, in ms.</param>
    /// <returns>A time between the two, and never before that of an earlier command of this client.</returns>
    public double Map(double clientTime, double earliest, double now)
    {
        // A command may have come before the tick that it had to wait for.
        now = Math.Max(now, earliest);
        var mapped = _known && double.IsFinite(clientTime) ? clientTime + _offset : now;
        _lastMapped = Math.Max(_lastMapped, Math.Clamp(mapped, earliest, now));
        return _lastMapped;
    }
}
