namespace Artemis.ReferenceServer.Tests;

/// <summary>A clock that stands still until it is moved. Has no timers: what is tested with it asks for the time only.</summary>
internal sealed class FakeClock : TimeProvider
{
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(60) + _elapsed;

    public void Advance(TimeSpan by) => _elapsed += by;
}
