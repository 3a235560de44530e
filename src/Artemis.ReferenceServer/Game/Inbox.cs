using System.Diagnostics.CodeAnalysis;

namespace Artemis.ReferenceServer.Game;

/// <summary>
/// What other threads hand to a game's own thread. Two lists change places, so that taking everything costs one lock and nothing
/// is allocated.
/// </summary>
/// <typeparam name="T">What is handed over.</typeparam>
[SuppressMessage("Design", "CA1002", Justification = "The list is the point: it is walked without allocating.")]
public sealed class Inbox<T>
{
    private readonly object _gate = new();
    private List<T> _filling = new(64);
    private List<T> _taken = new(64);

    /// <summary>Adds an item and wakes the game.</summary>
    public void Post(T item)
    {
        lock (_gate)
        {
            _filling.Add(item);
            if (_filling.Count == 1)
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes all there is, after waiting for something or until the time is over.</summary>
    /// <param name="wait">Longest wait; zero does not wait.</param>
    /// <returns>The items in order, valid until the next call.</returns>
    public List<T> Take(TimeSpan wait)
    {
        _taken.Clear();
        lock (_gate)
        {
            if (_filling.Count == 0 && wait > TimeSpan.Zero)
                Monitor.Wait(_gate, wait);
            (_filling, _taken) = (_taken, _filling);
        }

        return _taken;
    }
}
