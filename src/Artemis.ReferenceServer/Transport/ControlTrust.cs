using System.Net.WebSockets;

namespace Artemis.ReferenceServer.Transport;

/// <summary>What a process that connects to a gateway trusts. Set once at the start of the process.</summary>
internal static class ControlTrust
{
    /// <summary>Our own certificate, or null.</summary>
    public static CertificateSource? Own { get; set; }

    /// <summary>Makes a socket trust it.</summary>
    public static void Apply(ClientWebSocket socket)
    {
        if (Own is not null)
            socket.Options.RemoteCertificateValidationCallback = CertificateSource.Trust(Own);
    }
}
