using System.Collections;

namespace Artemis.ReferenceServer.Observability;

/// <summary>
/// What all log lines of a connection, a thread or a process have in common: whom they concern. Begun once, before much of it is known; it costs
/// nothing but where a line is written. Safe to be read by other threads than the one that fills it in.
/// </summary>
internal sealed class LogScope : IReadOnlyList<KeyValuePair<string, object?>>
{
    // References, so that whoever reads one reads it whole.
    private volatile object? _processId;
    private volatile object? _sessionId;
    private volatile object? _playerId;
    private volatile object? _host;

    /// <summary>The id of the game process. These are boxed once, so that passing one on costs nothing.</summary>
    public object? ProcessId
    {
        get => _processId;
        set => _processId = value;
    }

    /// <summary>The session's id.</summary>
    public object? SessionId
    {
        get => _sessionId;
        set => _sessionId = value;
    }

    /// <summary>The player's id.</summary>
    public object? PlayerId
    {
        get => _playerId;
        set => _playerId = value;
    }

    /// <summary>The name of the host that offers its machine.</summary>
    public object? Host
    {
        get => _host;
        set => _host = value;
    }

    /// <inheritdoc/>
    public int Count => Known().Count();

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => Known().ElementAt(index);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Known().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Known().Select(part => $"{part.Key}:{part.Value}"));

    private IEnumerable<KeyValuePair<string, object?>> Known()
    {
        if (_host is { } host)
            yield return new("Host", host);
        if (_processId is { } process)
            yield return new("ProcessId", process);
        if (_sessionId is { } session)
            yield return new("SessionId", session);
        if (_playerId is { } player)
            yield return new("PlayerId", player);
    }
}
