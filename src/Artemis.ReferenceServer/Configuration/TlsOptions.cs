namespace Artemis.ReferenceServer.Configuration;

/// <summary>TLS on every port: HTTP, the gateway's WebSocket and the games'. Behind a reverse proxy that does it, leave this empty.</summary>
public sealed class TlsOptions
{
    /// <summary>Certificate: a PEM file with its chain, or a PKCS #12 file (<c>.pfx</c>); empty for no TLS.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Private key of a PEM certificate; empty if the certificate's file holds it.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>Password of the key or of the PKCS #12 file; empty for none.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether TLS is spoken.</summary>
    internal bool IsOn => CertificatePath.Length > 0;
}
