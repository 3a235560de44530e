using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class TlsTests
{
    [Fact]
    public async Task With_a_certificate_everything_is_encrypted_games_included()
    {
        using var folder = new TemporaryDirectory();
        using var certificate = MakeCertificate();
        var (pem, key) = (Path.Combine(folder.Path, "play.pem"), Path.Combine(folder.Path, "play.key"));
        await WriteAsync(certificate, pem, key);

        await AssertPlayableAsync(certificate, new Dictionary<string, string>
        {
            ["ARTEMIS__Tls__CertificatePath"] = pem,
            ["ARTEMIS__Tls__KeyPath"] = key,
        });
    }

    [Fact]
    public async Task A_certificate_may_come_in_one_file_with_a_password()
    {
        using var folder = new TemporaryDirectory();
        using var certificate = MakeCertificate();
        var pfx = Path.Combine(folder.Path, "play.pfx");
        await File.WriteAllBytesAsync(pfx, certificate.Export(X509ContentType.Pkcs12, "tribbles"), Cancel);

        await AssertPlayableAsync(certificate, new Dictionary<string, string>
        {
            ["ARTEMIS__Tls__CertificatePath"] = pfx,
            ["ARTEMIS__Tls__Password"] = "tribbles",
        });
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart_and_nobody_is_cut_off()
    {
        using var folder = new TemporaryDirectory();
        using var former = MakeCertificate();
        using var renewed = MakeCertificate();
        var (pem, key) = (Path.Combine(folder.Path, "play.pem"), Path.Combine(folder.Path, "play.key"));
        await WriteAsync(former, pem, key);
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__Tls__CertificatePath"] = pem,
            ["ARTEMIS__Tls__KeyPath"] = key,
        });
        var (client, _) = await TestClient.SignInAsync(server, "Kirk", trusted: former);
        await using var before = client;

        // First what cannot be used, as it may be found in the middle of a renewal.
        await File.WriteAllTextAsync(key, renewed.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), Cancel);
        await Eventually.TrueAsync(async () =>
        {
            await (await TestClient.ConnectAsync(server.Gateway, trusted: former)).DisposeAsync();
            return server.Output.Contains("The certificate stays as it was", StringComparison.Ordinal);
        });
        await WriteAsync(renewed, pem, key);
        await Eventually.TrueAsync(() => TrustsAsync(server.Gateway, renewed));

        Assert.False(await TrustsAsync(server.Gateway, former));
        await before.SendAsync(new CreateSession { Name = "Sealed anew", Scenario = "siege", MaxShips = 1 }.EncodeFrame);
        var created = await before.ExpectAsync<SessionCreated>(SessionCreated.PacketType, SessionCreated.TryDecode);
        // Its process was started before, and trusts and shows the new one as well.
        await Eventually.TrueAsync(() => TrustsAsync(new Uri(created.WsUrl), renewed));
    }

    [Fact]
    public async Task A_key_of_another_certificate_is_named()
    {
        using var folder = new TemporaryDirectory();
        using var certificate = MakeCertificate();
        using var other = MakeCertificate();
        var (pem, key) = (Path.Combine(folder.Path, "play.pem"), Path.Combine(folder.Path, "play.key"));
        await WriteAsync(certificate, pem, key);
        await File.WriteAllTextAsync(key, other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), Cancel);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(
            settings: new Dictionary<string, string> { ["ARTEMIS__Tls__CertificatePath"] = pem, ["ARTEMIS__Tls__KeyPath"] = key }));

        Assert.Contains($"The certificate in {pem} cannot be used", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_named()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(
            settings: new Dictionary<string, string> { ["ARTEMIS__Tls__CertificatePath"] = "/nowhere/play.pem" }));

        Assert.Contains("/nowhere/play.pem", failure.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task AssertPlayableAsync(X509Certificate2 certificate, Dictionary<string, string> settings)
    {
        await using var server = await ServerProcess.StartAsync(settings: settings);
        Assert.Equal(("https", "wss"), (server.Http.Scheme, server.Gateway.Scheme));

        var (gateway, identity) = await TestClient.SignInAsync(server, "Kirk", trusted: certificate);
        await using var client = gateway;
        await client.SendAsync(new CreateSession { Name = "Sealed", Scenario = "siege", MaxShips = 1 }.EncodeFrame);
        var created = await client.ExpectAsync<SessionCreated>(SessionCreated.PacketType, SessionCreated.TryDecode);
        await client.SendAsync(new JoinSession { SessionId = created.SessionId }.EncodeFrame);
        var redirect = await client.ExpectAsync<Redirect>(Redirect.PacketType, Redirect.TryDecode);
        Assert.StartsWith("wss://", redirect.WsUrl, StringComparison.Ordinal);
        await using var game = await TestClient.ConnectAsync(new Uri(redirect.WsUrl), trusted: certificate);
        await game.SendAsync(new Rejoin { PlayerId = identity.PlayerId, ReconnectToken = redirect.ReconnectToken }.EncodeFrame);
        await game.ExpectAsync(Welcome.PacketType);

        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        using var http = new HttpClient(handler) { BaseAddress = server.Http };
        var info = await http.GetFromJsonAsync<JsonElement>("/api/server", Cancel);
        Assert.StartsWith("wss://", info.GetProperty("gatewayUrl").GetString(), StringComparison.Ordinal);

        // Neither without encryption nor without trust.
        await Assert.ThrowsAsync<WebSocketException>(() => TestClient.ConnectAsync(server.Gateway));
        var plain = new UriBuilder(server.Gateway) { Scheme = "ws" }.Uri;
        await Assert.ThrowsAnyAsync<Exception>(() => TestClient.ConnectAsync(plain));
    }

    private static async Task WriteAsync(X509Certificate2 certificate, string pem, string key)
    {
        await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(), Cancel);
    }

    private static async Task<bool> TrustsAsync(Uri address, X509Certificate2 certificate)
    {
        try
        {
            await (await TestClient.ConnectAsync(address, trusted: certificate)).DisposeAsync();
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=play.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("play.example");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }
}
