namespace Artemis.ReferenceServer.Game;

/// <summary>Time since a process began, on a clock that only goes forward.</summary>
/// <param name="time">The source.</param>
public sealed class GameClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Time since the start.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>The source's stamp.</summary>
    public long Stamp => time.GetTimestamp();

    /// <summary>Stamps a second.</summary>
    public long Frequency => time.TimestampFrequency;

    /// <summary>Time of day, in UTC.</summary>
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
