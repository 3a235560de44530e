using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Artemis.ReferenceServer.Configuration;

namespace Artemis.ReferenceServer.Transport;

/// <summary>The certificate that the server shows, with what stands between it and a root that clients trust.</summary>
internal sealed class ServerCertificate
{
    private ServerCertificate(X509Certificate2 certificate, X509Certificate2Collection chain)
    {
        Certificate = certificate;
        // What is missing of the chain is not looked for elsewhere.
        Context = SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    /// <summary>The certificate with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What is shown.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>Reads it.</summary>
    /// <exception cref="StartupException">It cannot be read.</exception>
    public static ServerCertificate Load(TlsOptions options)
    {
        try
        {
            var password = options.Password.Length == 0 ? null : options.Password;
            if (Path.GetExtension(options.CertificatePath).ToUpperInvariant() is ".PFX" or ".P12")
            {
                var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(options.CertificatePath, password);
                return new ServerCertificate(all.First(certificate => certificate.HasPrivateKey), all);
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
            or InvalidOperationException or ArgumentException)
        {
            // A key that is another certificate's is an argument out of place.
            throw Unusable(options, exception);
        }
    }

    /// <summary>Why there is no certificate to be had.</summary>
    public static StartupException Unusable(TlsOptions options, Exception exception) =>
        new($"The certificate in {options.CertificatePath} cannot be used: {exception.Message}");

    /// <summary>Whether it is the one with a SHA-256 hash.</summary>
    public bool HasHash(ReadOnlySpan<byte> hash) =>
        CryptographicOperations.FixedTimeEquals(hash, Certificate.GetCertHash(HashAlgorithmName.SHA256));
}
