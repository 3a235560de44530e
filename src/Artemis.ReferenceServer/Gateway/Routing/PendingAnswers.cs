using System.Collections.Concurrent;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>Questions that were sent over a connection and wait for their answers.</summary>
/// <typeparam name="T">The answer.</typeparam>
internal sealed class PendingAnswers<T>
{
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<T>> _waiting = new();
    private uint _lastId;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="trySend">Sends the question under its id; false if the connection is ending.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    public async Task<T> AskAsync(Func<uint, bool> trySend, TimeSpan timeout, TimeProvider time, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            if (!trySend(id))
                throw new IOException("The connection to the game is ending.");
            return await answer.Task.WaitAsync(timeout, time, cancel);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    /// <summary>The answer to a question came; one that nobody waits for any more is dropped.</summary>
    public void Answer(uint id, T answer)
    {
        if (_waiting.TryRemove(id, out var waiting))
            waiting.TrySetResult(answer);
    }

    /// <summary>No answer will come any more.</summary>
    public void Fail(Exception why)
    {
        foreach (var waiting in _waiting.Values)
            waiting.TrySetException(why);
    }
}
