using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Artemis.ReferenceServer.CommandLine.Api;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Transport;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine.Operator;

/// <summary>Finds a server and its operator's secret: by flags, else by the same settings that the server has.</summary>
internal sealed class OperatorConnection
{
    private readonly Option<string?> _server = new("--server")
    {
        Description = "Address of the server's HTTP API. Default: as the settings say, http://127.0.0.1:3000.",
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The server's data folder, where it keeps the operator's secret. Default: data.",
    };

    private readonly Option<string?> _secretFile = new("--secret-file")
    {
        Description = "File with the operator's secret. It can also stand in the variable ARTEMIS__Operator__Secret.",
    };

    /// <summary>Adds the flags to a command.</summary>
    public OperatorConnection(Command command)
    {
        foreach (var option in new Option[] { _server, _data, _secretFile })
            command.Options.Add(option);
    }

    /// <summary>Makes a client that shows the secret.</summary>
    /// <exception cref="StartupException">There is no secret, or the address is none.</exception>
    public HttpClient Open(ParseResult parsed, ServerOptions options)
    {
        options.DataDirectory = parsed.GetValue(_data) ?? options.DataDirectory;
        options.Operator.SecretFile = parsed.GetValue(_secretFile) ?? options.Operator.SecretFile;
        var address = parsed.GetValue(_server) ?? DefaultAddress(options);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new StartupException($"'{address}' is no address of a server; it looks like http://127.0.0.1:3000.");
        var secret = OperatorSecret.Find(options) ?? throw new StartupException(
            $"There is no operator's secret in {Path.GetFullPath(OperatorSecret.PathIn(options))}. Name the server's data folder with "
            + "--data, or the secret's file with --secret-file.");

        var own = CertificateSource.Open(options.Tls, TimeProvider.System);
        var handler = new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = own is null ? null : CertificateSource.Trust(own) },
        };
        return new HttpClient(handler)
        {
            BaseAddress = new Uri(uri.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(30),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", secret) },
        };
    }

    /// <summary>What went wrong and what to do, or null for what nobody thought of.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        StartupException => exception.Message,
        ApiException { StatusCode: 401 } => "The server does not know this operator's secret. Name the right one with --data or --secret-file.",
        ApiException<ProblemDetails> { Result.Detail: { } detail } => detail,
        ApiException api => $"The server answered with {api.StatusCode}. {DetailOf(api.Response)}",
        HttpRequestException => $"The server cannot be reached: {exception.Message}. Is it running? Name its address with --server.",
        TaskCanceledException => "The server took too long to answer.",
        _ => null,
    };

    private static string DefaultAddress(ServerOptions options)
    {
        var host = options.BindAddress is "0.0.0.0" or "::" ? "127.0.0.1" : options.BindAddress;
        return string.Create(CultureInfo.InvariantCulture, $"{(options.Tls.IsOn ? "https" : "http")}://{host}:{options.HttpPort}");
    }

    private static string DetailOf(string? body)
    {
        try
        {
            return JsonDocument.Parse(body ?? "").RootElement.GetProperty("detail").GetString() ?? "";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
