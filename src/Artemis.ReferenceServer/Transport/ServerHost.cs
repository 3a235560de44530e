using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Observability;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Artemis.ReferenceServer.Transport;

/// <summary>What gateway and game have in common as hosts of Kestrel.</summary>
internal static class ServerHost
{
    /// <summary>Makes a builder that listens on the given ports and leaves signals to us.</summary>
    /// <param name="configuration">The settings, of which the part <c>Logging</c> is used.</param>
    /// <param name="options">The address to listen on, TLS, and where logs go.</param>
    /// <param name="role">What this process is, for those who collect its logs.</param>
    /// <param name="ports">Ports to listen on; 0 is any.</param>
    /// <exception cref="FormatException">The address is none.</exception>
    /// <exception cref="StartupException">The settings make no sense.</exception>
    public static WebApplicationBuilder CreateBuilder(
        IConfiguration configuration, ServerOptions options, string role, params ReadOnlySpan<int> ports)
    {
        var address = IPAddress.Parse(options.BindAddress);
        var network = SlowNetwork.Parse(options.Network);
        var certificate = ControlTrust.Own = CertificateSource.Open(options.Tls, TimeProvider.System);
        // Nothing that comes by default: each game pays for it with time and memory, and each file that is watched with one of few watches.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrelCore();
        Configure(builder.Logging, configuration, options, role);
        var endpoints = ports.ToArray();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            // What waits here is beyond our reach, so that a slow console is noticed early.
            kestrel.Limits.MaxResponseBufferSize = 32 * 1024;
            foreach (var port in endpoints)
                kestrel.Listen(address, port, listen => Prepare(listen, network, certificate));
        });
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton<IHostLifetime, SignalsAreOurs>();
        return builder;
    }

    /// <summary>Makes the logs of a process that listens nowhere.</summary>
    /// <param name="configuration">The settings, of which the part <c>Logging</c> is used.</param>
    /// <param name="options">Where logs go; also what the process trusts when it connects to a gateway.</param>
    /// <param name="role">What this process is, for those who collect its logs.</param>
    public static ILoggerFactory CreateLogs(IConfiguration configuration, ServerOptions options, string role)
    {
        ControlTrust.Own = CertificateSource.Open(options.Tls, TimeProvider.System);
        return LoggerFactory.Create(logging => Configure(logging, configuration, options, role));
    }

    private static void Configure(ILoggingBuilder logging, IConfiguration configuration, ServerOptions options, string role)
    {
        logging.ClearProviders();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        AddConsole(logging, options.LogFormat);
        Telemetry.ExportLogs(logging, options.Telemetry, role);
    }

    /// <summary>Begins to listen.</summary>
    /// <returns>The ports, in the order in which they were asked for.</returns>
    /// <exception cref="StartupException">A port cannot be had.</exception>
    public static async Task<int[]> StartAsync(WebApplication app, string flagHint)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new StartupException($"{exception.Message} Stop what uses the port, or choose another: {flagHint}.");
        }
        catch (SocketException exception)
        {
            throw new StartupException($"Cannot listen: {exception.Message}. Choose another address or port: {flagHint}.");
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return [.. addresses!.Addresses.Select(address => new Uri(address).Port)];
    }

    private static void AddConsole(ILoggingBuilder logging, string format)
    {
        switch (format)
        {
            case "text":
                logging.Services.AddSingleton(TimeProvider.System);
                logging.AddConsole(console => console.FormatterName = PlainFormatter.FormatterName);
                logging.AddConsoleFormatter<PlainFormatter, ConsoleFormatterOptions>();
                break;
            case "json":
                logging.AddJsonConsole(console =>
                {
                    console.IncludeScopes = true;
                    console.TimestampFormat = "O";
                    console.UseUtcTimestamp = true;
                });
                break;
            default:
                throw new StartupException("Artemis:LogFormat is text or json.");
        }
    }

    private static void Prepare(ListenOptions listen, SlowNetwork? network, CertificateSource? certificate)
    {
        if (network is not null)
            listen.Use(next => connection => network.RunAsync(connection, next));
        if (certificate is null)
            return;
        certificate.Log = listen.ApplicationServices.GetRequiredService<ILogger<CertificateSource>>();
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(
                new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current.Context }),
            HandshakeTimeout = TimeSpan.FromSeconds(10),
        });
    }

    private sealed class SignalsAreOurs : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>The server cannot start, and the message says why and what to do.</summary>
/// <param name="message">For the one who started it.</param>
public sealed class StartupException(string message) : Exception(message);
