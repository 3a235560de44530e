using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Transport;

/// <summary>Which version server and client speak.</summary>
public static class Versions
{
    /// <summary>What the server speaks.</summary>
    public static ProtocolVersion Server { get; } = new(1, 0);

    /// <summary>Agrees on the client's major version and the lower minor.</summary>
    /// <param name="client">What the client says; null means 1.0.</param>
    /// <param name="agreed">What both speak.</param>
    /// <returns>False if they have no version in common, or the text is none.</returns>
    public static bool TryAgree(string? client, out ProtocolVersion agreed)
    {
        agreed = new ProtocolVersion(1, 0);
        if (client is not null && !ProtocolVersion.TryParse(client, out agreed))
            return false;
        if (agreed.Major != Server.Major)
            return false;
        agreed = new ProtocolVersion(agreed.Major, Math.Min(agreed.Minor, Server.Minor));
        return true;
    }
}
