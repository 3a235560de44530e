using System.Net.Security;
using System.Security.Cryptography;
using Artemis.ReferenceServer.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// The certificate as its files have it now: a renewed one is shown to the next who connect, without a restart. Files that cannot be used, perhaps
/// because they are just being written, leave things as they are. Safe for use by several threads.
/// </summary>
internal sealed partial class CertificateSource
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly TlsOptions _options;
    private readonly TimeProvider _time;
    private byte[] _fingerprint;
    private ServerCertificate _current;
    private long _lookedAt;
    private ILogger _log = NullLogger.Instance;

    private CertificateSource(TlsOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        // Taken first: what is written meanwhile is found to be different later.
        _fingerprint = Fingerprint();
        _current = ServerCertificate.Load(options);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>Where it is told that the certificate was renewed, or cannot be.</summary>
    public ILogger Log
    {
        set => _log = value;
    }

    /// <summary>Reads the certificate for the first time.</summary>
    /// <returns>Null if TLS is not configured.</returns>
    /// <exception cref="StartupException">It cannot be read.</exception>
    public static CertificateSource? Open(TlsOptions options, TimeProvider time) =>
        options.IsOn ? new CertificateSource(options, time) : null;

    /// <summary>The certificate. Its files are looked at every two seconds at most, and only when somebody asks.</summary>
    public ServerCertificate Current
    {
        get
        {
            lock (_gate)
            {
                if (_time.GetElapsedTime(_lookedAt) >= LookInterval)
                    Look();
                return _current;
            }
        }
    }

    /// <summary>
    /// Whether a gateway that shows a certificate is to be trusted: by name and chain, or because it is our own, which games on the same machine
    /// reach by an address that no certificate names.
    /// </summary>
    public static RemoteCertificateValidationCallback Trust(CertificateSource? own) => (_, shown, _, errors) =>
        errors == SslPolicyErrors.None || (own is not null && shown is not null && own.IsOwn(shown.GetCertHash(HashAlgorithmName.SHA256)));

    // The other side may have seen a renewed one a moment before we do.
    private bool IsOwn(byte[] hash)
    {
        lock (_gate)
        {
            if (_current.HasHash(hash))
                return true;
            Look();
            return _current.HasHash(hash);
        }
    }

    // Needs the lock.
    private void Look()
    {
        _lookedAt = _time.GetTimestamp();
        try
        {
            var fingerprint = Fingerprint();
            if (fingerprint.AsSpan().SequenceEqual(_fingerprint))
                return;
            _current = ServerCertificate.Load(_options);
            _fingerprint = fingerprint;
            LogRenewed(_options.CertificatePath, _current.Certificate.NotAfter);
        }
        catch (StartupException exception)
        {
            LogKept(exception.Message);
        }
    }

    private byte[] Fingerprint()
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(File.ReadAllBytes(_options.CertificatePath));
            if (_options.KeyPath.Length > 0)
                hash.AppendData(File.ReadAllBytes(_options.KeyPath));
            return hash.GetHashAndReset();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ServerCertificate.Unusable(_options, exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "The certificate in {Path} was renewed; it is valid until {NotAfter:u}.")]
    private partial void LogRenewed(string path, DateTime notAfter);

    [LoggerMessage(LogLevel.Warning, "The certificate stays as it was: {Reason}")]
    private partial void LogKept(string reason);
}
