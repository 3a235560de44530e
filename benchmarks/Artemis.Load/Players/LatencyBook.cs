using System.Collections.Concurrent;

namespace Artemis.Load.Players;

/// <summary>How long orders take until their effect is seen, by console action, in ms; and how old updates are when they come.</summary>
internal sealed class LatencyBook
{
    private readonly ConcurrentDictionary<string, Samples> _actions = new();

    /// <summary>Ages of updates.</summary>
    public Samples Updates { get; } = new();

    /// <summary>Whether anything is measured yet.</summary>
    public bool IsOpen { get; set; }

    /// <summary>An order's effect was seen.</summary>
    public void Add(string action, double milliseconds)
    {
        if (IsOpen)
            _actions.GetOrAdd(action, static _ => new Samples()).Add(milliseconds);
    }

    /// <summary>All that was measured.</summary>
    public IReadOnlyDictionary<string, double[]> Actions => _actions.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
}
