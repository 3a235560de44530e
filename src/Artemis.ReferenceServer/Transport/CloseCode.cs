namespace Artemis.ReferenceServer.Transport;

/// <summary>Why the server ended a connection: the code of its WebSocket close frame.</summary>
public enum CloseCode
{
    /// <summary>Nothing is wrong: the player left, or the session is over.</summary>
    Normal = 1000,

    /// <summary>The server shuts down.</summary>
    GoingAway = 1001,

    /// <summary>Text where frames are binary.</summary>
    NotBinary = 1003,

    /// <summary>A message longer than any that a client has reason to send.</summary>
    TooBig = 1009,

    /// <summary>Something is wrong with the server itself.</summary>
    Broken = 1011,

    /// <summary>A frame, or what is in it, is not what the protocol says.</summary>
    Malformed = 4000,

    /// <summary>Did not sign in or rejoin in time.</summary>
    HandshakeTimeout = 4001,

    /// <summary>The token is not valid, or not any more.</summary>
    BadToken = 4002,

    /// <summary>The same player came in by another connection. A client must not rejoin by itself after this.</summary>
    Superseded = 4003,

    /// <summary>Was sent away.</summary>
    Kicked = 4004,

    /// <summary>Reads too slowly.</summary>
    TooSlow = 4005,

    /// <summary>Sends too much.</summary>
    TooFast = 4006,

    /// <summary>The process holds as many connections as it may.</summary>
    Full = 4007,
}
