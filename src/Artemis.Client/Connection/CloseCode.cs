namespace Artemis.Client;

/// <summary>Close codes of a game after which a client must not come back by itself.</summary>
public static class CloseCode
{
    /// <summary>The token is not valid, or not any more.</summary>
    public const int BadToken = 4002;

    /// <summary>The player came in by another connection.</summary>
    public const int Superseded = 4003;

    /// <summary>The player was sent away.</summary>
    public const int Kicked = 4004;

    internal static (EndReason Reason, string Message)? EndOf(int code) => code switch
    {
        BadToken => (EndReason.Refused, "The game does not know this seat any more."),
        Superseded => (EndReason.Replaced, "You came in by another connection, which goes on."),
        Kicked => (EndReason.Kicked, "You were removed from the session."),
        _ => null,
    };
}
