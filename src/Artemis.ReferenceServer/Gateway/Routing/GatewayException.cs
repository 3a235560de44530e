namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>A request to the gateway cannot be met; the client is told why.</summary>
/// <param name="code">Stable code.</param>
/// <param name="message">What happened and what to do.</param>
public sealed class GatewayException(ErrorCode code, string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public ErrorCode Code { get; } = code;
}
