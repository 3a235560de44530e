using Artemis.ReferenceServer.Gateway.Catalog;

namespace Artemis.ReferenceServer.Gateway.Operation;

/// <summary>
/// Whether the server is being emptied: nobody new comes, lobbies close, games end in their time or at the deadline. Safe for use by
/// several threads.
/// </summary>
/// <param name="catalog">The sessions.</param>
/// <param name="time">The clock.</param>
public sealed class DrainState(SessionCatalog catalog, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _stopWanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _running;
    private DrainStatus? _status;

    /// <summary>How it stands, or null if the server is not being emptied.</summary>
    public DrainStatus? Status
    {
        get
        {
            lock (_gate)
                return _status;
        }
    }

    /// <summary>Ends when the server is empty and is to stop then.</summary>
    public Task StopWanted => _stopWanted.Task;

    /// <summary>Begins to empty the server, or changes how; players are told at once.</summary>
    /// <param name="message">What players are told.</param>
    /// <param name="within">After how long games that still run are closed; null for never.</param>
    /// <param name="stop">Whether the server stops once it is empty.</param>
    public DrainStatus Begin(string message, TimeSpan? within, bool stop)
    {
        DrainStatus status;
        CancellationTokenSource running;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _running?.Cancel();
            _running = running = new CancellationTokenSource();
            _status = status = new DrainStatus(_status?.Since ?? now, now + within, stop, message);
        }

        foreach (var session in catalog.All())
            session.Game.Link?.Drain(true, message);
        _ = WatchAsync(status, running.Token);
        return status;
    }

    /// <summary>Takes it back: the server goes on.</summary>
    public void End(string message)
    {
        lock (_gate)
        {
            if (_status is null)
                return;
            _status = null;
            _running?.Cancel();
            _running = null;
        }

        foreach (var session in catalog.All())
            session.Game.Link?.Drain(false, message);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
            _running?.Cancel();
    }

    private async Task WatchAsync(DrainStatus status, CancellationToken cancel)
    {
        var closed = false;
        while (!cancel.IsCancellationRequested)
        {
            var sessions = catalog.All();
            if (sessions.Count == 0 && status.StopsWhenEmpty)
            {
                _stopWanted.TrySetResult();
                return;
            }

            if (!closed && status.Deadline is { } deadline && time.GetUtcNow() >= deadline)
            {
                closed = true;
                foreach (var session in sessions)
                    session.Game.Link?.RequestClose(status.Message);
            }

            await Task.Delay(LookInterval, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>How the emptying of a server stands.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Deadline">When games that still run are closed; null for never.</param>
/// <param name="StopsWhenEmpty">Whether the server stops once it is empty.</param>
/// <param name="Message">What players are told.</param>
public sealed record DrainStatus(DateTimeOffset Since, DateTimeOffset? Deadline, bool StopsWhenEmpty, string Message);
