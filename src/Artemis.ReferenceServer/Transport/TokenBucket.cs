namespace Artemis.ReferenceServer.Transport;

/// <summary>Lets so many through a second on average, and a burst at once.</summary>
public struct TokenBucket
{
    private readonly double _perSecond;
    private readonly double _burst;
    private double _tokens;
    private TimeSpan _filledAt;

    /// <summary>Makes a full bucket.</summary>
    /// <param name="perSecond">Average rate.</param>
    /// <param name="burst">Most at once.</param>
    /// <param name="now">Time on any clock that only goes forward.</param>
    public TokenBucket(double perSecond, double burst, TimeSpan now)
    {
        _perSecond = perSecond;
        _burst = burst;
        _tokens = burst;
        _filledAt = now;
    }

    /// <summary>Takes one; false if there is none left.</summary>
    public bool TryTake(TimeSpan now)
    {
        _tokens = Math.Min(_burst, _tokens + (now - _filledAt).TotalSeconds * _perSecond);
        _filledAt = now;
        if (_tokens < 1)
            return false;
        _tokens--;
        return true;
    }
}
