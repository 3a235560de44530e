namespace Artemis.Client;

/// <summary>Close codes of the server, beyond those of RFC 6455.</summary>
public static class CloseCode
{
    /// <summary>A frame, or what is in it, is not what the protocol says.</summary>
    public const int Malformed = 4000;

    /// <summary>Did not sign in or rejoin in time.</summary>
    public const int HandshakeTimeout = 4001;

    /// <summary>The token is not valid, or not any more.</summary>
    public const int BadToken = 4002;

    /// <summary>The player came in by another connection. A client must not rejoin by itself after this.</summary>
    public const int Superseded = 4003;

    /// <summary>The player was sent away.</summary>
    public const int Kicked = 4004;

    /// <summary>Reads too slowly.</summary>
    public const int TooSlow = 4005;

    /// <summary>Sends too much.</summary>
    public const int TooFast = 4006;

    /// <summary>The process holds as many connections as it may.</summary>
    public const int Full = 4007;

    private const int Normal = 1000;
    private const int TextNotBinary = 1003;
    private const int TooLong = 1009;

    // After these a client must not come back by itself.
    internal static (EndReason Reason, string Message)? EndOf(int code) => code switch
    {
        Normal => (EndReason.SessionClosed, "The session has closed."),
        BadToken => (EndReason.Refused, "The seat is not yours any more. Join the session again."),
        Superseded => (EndReason.Replaced, "You came in by another connection, which goes on."),
        Kicked => (EndReason.Kicked, "You were removed from the session."),
        TextNotBinary or TooLong or Malformed or TooFast => (EndReason.Fault, "The server did not accept what this client sent."),
        _ => null,
    };
}
