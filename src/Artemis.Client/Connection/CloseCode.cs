namespace Artemis.Client;

/// <summary>Close codes of a game, beyond those of RFC 6455.</summary>
public static class CloseCode
{
    /// <summary>The session is over.</summary>
    public const int SessionClosed = 4000;

    /// <summary>The player was sent away.</summary>
    public const int Kicked = 4002;

    /// <summary>The player came in by another connection.</summary>
    public const int Replaced = 4003;

    internal static (EndReason Reason, string Message)? EndOf(int code) => code switch
    {
        SessionClosed => (EndReason.SessionClosed, "The session has closed."),
        Kicked => (EndReason.Kicked, "You were removed from the session."),
        Replaced => (EndReason.Replaced, "You came in by another connection, which goes on."),
        _ => null,
    };
}
