using System.Runtime.CompilerServices;

namespace Artemis.ReferenceServer.Game.Commands;

/// <summary>
/// Maps a client's clock onto the game's, by the round trip that took least time: the less time it took, the less its two
/// ways can have differed. Only the last round trips count, because clocks drift apart in the course of hours.
/// </summary>
public struct ClientClock
{
    /// <summary>Round trips that count: two minutes of them.</summary>
    public const int Window = 12;

    private Samples _samples;
    private int _count;
    private double _askedAt;
    private double _offset;
    private double _lastMapped;

    /// <summary>The least of the round trips that count, in milliseconds; 0 before the first.</summary>
    public double BestRoundTrip { get; private set; }

    /// <summary>The game asks what the client's clock says.</summary>
    /// <param name="at">When, in ms; never 0.</param>
    public void Ask(double at) => _askedAt = at;

    /// <summary>
    /// Takes an answer. Only one to the latest question counts, and only once: who could make up a question could make up how long its
    /// answer took.
    /// </summary>
    /// <param name="askedAt">When the game asked, as the client says, in ms.</param>
    /// <param name="clientTime">What the client's clock said, in ms.</param>
    /// <param name="heardAt">When the answer came, in ms.</param>
    public void Observe(double askedAt, double clientTime, double heardAt)
    {
        var roundTrip = heardAt - askedAt;
        if (askedAt != _askedAt || askedAt == 0 || !double.IsFinite(clientTime) || roundTrip < 0)
            return;
        _askedAt = 0;
        _samples[_count++ % Window] = (roundTrip, askedAt + roundTrip / 2 - clientTime);
        (BestRoundTrip, _offset) = _samples[0];
        for (var index = 1; index < Math.Min(_count, Window); index++)
        {
            if (_samples[index].RoundTrip < BestRoundTrip)
                (BestRoundTrip, _offset) = _samples[index];
        }
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
        var mapped = _count > 0 && double.IsFinite(clientTime) ? clientTime + _offset : now;
        _lastMapped = Math.Max(_lastMapped, Math.Clamp(mapped, earliest, now));
        return _lastMapped;
    }

    [InlineArray(Window)]
    private struct Samples
    {
        private (double RoundTrip, double Offset) _first;
    }
}
