using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Artemis.ReferenceServer.Configuration;

namespace Artemis.ReferenceServer.Transport;

/// <summary>The certificate that the server shows, with what stands between it and a root that clients trust.</summary>
/// <param name="Certificate">The certificate with its key.</param>
/// <param name="Chain">Certificates that come with it.</param>
internal sealed record ServerCertificate(X509Certificate2 Certificate, X509Certificate2Collection Chain)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null if TLS is not configured.</returns>
    /// <exception cref="StartupException">It cannot be read.</exception>
    public static ServerCertificate? Load(TlsOptions options)
    {
        if (!options.IsOn)
            return null;
        try
        {
            var password = options.Password.Length == 0 ? null : options.Password;
            if (Path.GetExtension(options.CertificatePath).ToUpperInvariant() is ".PFX" or ".P12")
            {
                var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(options.CertificatePath, password);
                var own = all.First(certificate => certificate.HasPrivateKey);
                return new ServerCertificate(own, all);
            }

            var key = options.KeyPath.Length == 0 ? null : options.KeyPath;
            using var pem = password is null
                ? X509Certificate2.CreateFromPemFile(options.CertificatePath, key)
                : X509Certificate2.CreateFromEncryptedPemFile(options.CertificatePath, password, key);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(options.CertificatePath);
            // Windows takes keys for TLS only from a store or a container.
            return new ServerCertificate(X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null), chain);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException
            or InvalidOperationException)
        {
            throw new StartupException($"The certificate in {options.CertificatePath} cannot be used: {exception.Message}");
        }
    }

    /// <summary>
    /// Whether a gateway that shows a certificate is to be trusted: by name and chain, or because it is our own, which games on the same machine
    /// reach by an address that no certificate names.
    /// </summary>
    public static RemoteCertificateValidationCallback Trust(ServerCertificate? own) => (_, shown, _, errors) =>
        errors == SslPolicyErrors.None
        || (own is not null && shown is not null
            && CryptographicOperations.FixedTimeEquals(
                shown.GetCertHash(HashAlgorithmName.SHA256), own.Certificate.GetCertHash(HashAlgorithmName.SHA256)));
}
