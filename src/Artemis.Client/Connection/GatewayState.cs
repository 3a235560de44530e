namespace Artemis.Client;

/// <summary>How the connection to a gateway stands.</summary>
public enum GatewayState
{
    /// <summary>Opening for the first time, or signing in.</summary>
    Connecting,

    /// <summary>Signed in.</summary>
    Ready,

    /// <summary>Lost; it comes back by itself.</summary>
    Lost,

    /// <summary>Disposed of, or the gateway refused the token when the client came back.</summary>
    Closed,
}
