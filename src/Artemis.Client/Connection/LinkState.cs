namespace Artemis.Client;

/// <summary>Where the connection to a game is: idle → connecting → connected → disconnected → reconnecting → connected …, and ended from any.</summary>
public enum LinkPhase
{
    /// <summary>Not asked to connect yet.</summary>
    Idle,

    /// <summary>On the way in for the first time.</summary>
    Connecting,

    /// <summary>In the game; state flows.</summary>
    Connected,

    /// <summary>Lost; the next try is due at <see cref="LinkState.RetryAt"/>. The game keeps the seat for a minute.</summary>
    Disconnected,

    /// <summary>A try is under way.</summary>
    Reconnecting,

    /// <summary>Over for good.</summary>
    Ended,
}

/// <summary>Why a connection to a game is over for good.</summary>
public enum EndReason
{
    /// <summary>It is not over.</summary>
    None,

    /// <summary>This client left.</summary>
    Left,

    /// <summary>The same player came in by another connection (close code 4003), which goes on.</summary>
    Replaced,

    /// <summary>The player was sent away.</summary>
    Kicked,

    /// <summary>The session has closed.</summary>
    SessionClosed,

    /// <summary>The game refused the seat: the token is not valid any more, or the versions do not agree.</summary>
    Refused,

    /// <summary>The server did not accept what this client sent: not a message of the protocol, or too much. It would happen again.</summary>
    Fault,

    /// <summary>The game could not be reached for too long, or not at all from here: the message says why.</summary>
    GaveUp,
}

/// <summary>How the connection to a game stands. Immutable; each input gives the next state.</summary>
/// <param name="Phase">Where it is.</param>
/// <param name="Attempt">Which try comes next or is under way; 1 for the first after a loss.</param>
/// <param name="LostAt">Since when it is lost.</param>
/// <param name="RetryAt">When the next try is due.</param>
/// <param name="Reason">Why it is over.</param>
/// <param name="Message">Words for a person on why it is over.</param>
public sealed record LinkState(
    LinkPhase Phase,
    int Attempt = 0,
    DateTimeOffset LostAt = default,
    DateTimeOffset RetryAt = default,
    EndReason Reason = EndReason.None,
    string Message = "")
{
    /// <summary>The state before anything happened.</summary>
    public static LinkState Idle { get; } = new(LinkPhase.Idle);

    /// <summary>The caller wants to connect.</summary>
    public LinkState Start() => Phase == LinkPhase.Idle ? new(LinkPhase.Connecting) : this;

    /// <summary>The game has accepted the seat and sent the session's state.</summary>
    public LinkState Accepted() =>
        Phase is LinkPhase.Connecting or LinkPhase.Reconnecting ? new(LinkPhase.Connected) : this;

    /// <summary><see cref="RetryAt"/> has come.</summary>
    public LinkState Retry() =>
        Phase == LinkPhase.Disconnected ? this with { Phase = LinkPhase.Reconnecting } : this;

    /// <summary>It is over for good.</summary>
    public LinkState End(EndReason reason, string message) =>
        Phase == LinkPhase.Ended ? this : new(LinkPhase.Ended, Reason: reason, Message: message);

    /// <summary>The socket has closed, or could not be opened.</summary>
    /// <param name="closeCode">The WebSocket's close code; 1006 if the connection broke.</param>
    /// <param name="message">What the server said.</param>
    /// <param name="now">The time.</param>
    /// <param name="policy">How to wait.</param>
    /// <param name="random">A number from 0 to below 1.</param>
    public LinkState Lost(int closeCode, string message, DateTimeOffset now, BackoffPolicy policy, double random)
    {
        if (Phase is LinkPhase.Ended or LinkPhase.Idle or LinkPhase.Disconnected) return this;
        if (CloseCode.EndOf(closeCode) is { } end)
            return End(end.Reason, message.Length > 0 ? message : end.Message);

        bool again = Phase == LinkPhase.Reconnecting;
        int attempt = again ? Attempt + 1 : 1;
        var lostAt = again ? LostAt : now;
        return now - lostAt >= policy.GiveUpAfter
            ? End(EndReason.GaveUp, "The game could not be reached again.")
            : new(LinkPhase.Disconnected, attempt, lostAt, now + policy.Delay(attempt, random));
    }
}
