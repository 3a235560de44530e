namespace Artemis.ReferenceServer.Game;

/// <summary>
/// When ticks are due. Tick n is due n steps after the start whatever happened to the ones before, so a late tick delays nothing
/// after it and the clock never drifts.
/// </summary>
public struct TickSchedule
{
    private readonly long _start;
    private readonly long _frequency;
    private readonly int _rate;
    private readonly int _maxBacklog;

    /// <summary>Begins a schedule whose first tick is due one step from now.</summary>
    /// <param name="start">The stamp of now.</param>
    /// <param name="frequency">Stamps a second.</param>
    /// <param name="rate">Ticks a second.</param>
    /// <param name="maxBacklog">Ticks that are made up for; what is missed beyond is skipped.</param>
    public TickSchedule(long start, long frequency, int rate, int maxBacklog)
    {
        _start = start;
        _frequency = frequency;
        _rate = rate;
        _maxBacklog = maxBacklog;
    }

    /// <summary>Steps taken or skipped since the start.</summary>
    public long Step { get; private set; }

    /// <summary>Ticks that began more than half a step late.</summary>
    public long LateCount { get; private set; }

    /// <summary>Ticks that never were, because the process did not run for too long.</summary>
    public long SkippedCount { get; private set; }

    /// <summary>How late the last tick began, in ms.</summary>
    public double LatenessMs { get; private set; }

    /// <summary>Stamp at which the next tick is due.</summary>
    public readonly long NextDue => _start + (long)((Int128)(Step + 1) * _frequency / _rate);

    /// <summary>Whether a tick is due; if so it counts as begun.</summary>
    public bool TryBegin(long now)
    {
        if (now < NextDue)
            return false;
        var behind = (long)((Int128)(now - NextDue) * _rate / _frequency);
        if (behind > _maxBacklog)
        {
            SkippedCount += behind;
            Step += behind;
        }

        if ((now - NextDue) * 2 > _frequency / _rate)
            LateCount++;
        LatenessMs = (now - NextDue) * 1000.0 / _frequency;
        Step++;
        return true;
    }

    /// <summary>Time until the next tick; zero if it is due.</summary>
    public readonly TimeSpan Wait(long now) =>
        now >= NextDue ? TimeSpan.Zero : TimeSpan.FromTicks((long)((Int128)(NextDue - now) * TimeSpan.TicksPerSecond / _frequency));
}
