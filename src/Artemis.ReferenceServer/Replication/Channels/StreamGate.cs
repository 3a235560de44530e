namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What a console gets of its ship's stream in a tick.</summary>
internal enum StreamStep : byte
{
    /// <summary>The update that everybody gets.</summary>
    Update,

    /// <summary>All that the ship's clients know, from which it can follow again.</summary>
    Snapshot,

    /// <summary>Nothing: too much is under way to it already.</summary>
    Nothing,
}

/// <summary>
/// Whether a console can follow its ship's stream. One that misses an update is brought up by a snapshot and never patched over the gap.
/// </summary>
internal struct StreamGate
{
    /// <summary>State frames that may be under way to a console.</summary>
    public const int MaxInFlight = 2;

    private bool _follows;

    /// <summary>Whether the console needs a snapshot before it can follow.</summary>
    public readonly bool NeedsSnapshot => !_follows;

    /// <summary>Since when the console lags behind the stream; null if it keeps up.</summary>
    public TimeSpan? LaggingSince { get; private set; }

    /// <summary>A snapshot was sent, so the console can follow.</summary>
    public void Follow()
    {
        _follows = true;
        LaggingSince = null;
    }

    /// <summary>The console has not the state that the stream goes on from.</summary>
    public void Lose() => _follows = false;

    /// <summary>Decides what the console gets.</summary>
    /// <param name="inFlight">State frames under way to it.</param>
    /// <param name="hasUpdate">Whether there is an update.</param>
    /// <param name="now">The time.</param>
    public StreamStep Next(int inFlight, bool hasUpdate, TimeSpan now)
    {
        if (inFlight >= MaxInFlight && (hasUpdate || !_follows))
        {
            _follows = false;
            LaggingSince ??= now;
            return StreamStep.Nothing;
        }

        LaggingSince = null;
        return _follows ? StreamStep.Update : StreamStep.Snapshot;
    }
}
