using Artemis.ReferenceServer.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Gateway.Http;
using Artemis.ReferenceServer.Gateway.Http.Contracts;
using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Gateway.Registry;
using Artemis.ReferenceServer.Gateway.Routing;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway;

/// <summary>The gateway as a process: wires its parts, listens, and ends them in the right order.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly ServerOptions _options;
    private readonly IRegistryDatabase _database;
    private readonly WebApplication _app;
    private readonly GameFleet _fleet;
    private readonly ControlSecret _secret;
    private readonly OnlinePlayers _online = new();
    private readonly DrainState _drain;
    private readonly HttpApiContext _http;
    private readonly PrometheusExporter _metrics = new();
    private readonly IDisposable? _export;
    private readonly ClientContext _clients;
    private readonly ControlContext _controls;
    private readonly HostContext _hosts;
    private readonly WebSocketEndpoint _clientSockets;
    private readonly WebSocketEndpoint _controlSockets;
    private IDisposable? _claim;
    private int _httpPort;
    private int _wsPort;

    /// <summary>Makes a gateway that does not listen yet.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="launcher">Starts games.</param>
    /// <param name="refusal">Why no sessions can be made here; null if they can.</param>
    public GatewayHost(ServerOptions options, IGameLauncher launcher, string? refusal = null)
    {
        _options = options;
        var time = TimeProvider.System;
        _export = Telemetry.Export(options.Telemetry, "gateway");
        var builder = ServerHost.CreateBuilder(
            ServerConfiguration.Load(), options, "gateway", options.HttpPort, options.WsPort);
        _database = RegistryDatabase.Open(options);
        var ledger = new GameLedger(_database, options.GatewayName);
        // Games that outlived the gateway need a moment to say so, lest their ports are given to others.
        var quarantine = ledger.Count() > 0 ? TimeSpan.FromSeconds(options.Hosting.PortQuarantineSeconds) : TimeSpan.Zero;
        HttpApi.AddServices(builder.Services, () => _http!);
        _app = builder.Build();

        var logs = _app.Services.GetRequiredService<ILoggerFactory>();
        var frames = new FramePool();
        var catalog = new SessionCatalog();
        _drain = new DrainState(catalog, time);
        var registry = new PlayerRegistry(_database, time, logs.CreateLogger<PlayerRegistry>());
        var results = new ResultStore(_database);
        _secret = new ControlSecret(ledger.ControlKey());
        _fleet = new GameFleet(
            launcher,
            new PortPool(PortRange.Parse(options.GamePorts), quarantine, time),
            _secret,
            ledger,
            options,
            time,
            logs.CreateLogger<GameFleet>());
        var broker = new SessionBroker(
            _fleet, catalog, registry, Game.Scenarios.Contains, _drain, time, logs.CreateLogger<SessionBroker>())
        {
            Refusal = refusal,
        };
        _fleet.Lost = game => OnLost(broker, game);
        _clients = new ClientContext(
            broker, catalog, registry, _online, new PublicUrl(options.GameUrlTemplate), options.Transport, frames, time,
            logs.CreateLogger<ClientConnection>());
        _controls = new ControlContext(
            _fleet,
            broker,
            new ResultKeeper(results, time, logs.CreateLogger<ResultKeeper>()),
            _drain,
            options,
            frames,
            time,
            logs.CreateLogger<ControlConnection>());
        _hosts = new HostContext(
            _fleet, new HostSecret(options.Hosting), options, frames, time, logs.CreateLogger<HostConnection>());
        var origins = new OriginPolicy(options.AllowedOrigins);
        var sockets = logs.CreateLogger<WebSocketEndpoint>();
        _clientSockets = new WebSocketEndpoint(options.Transport, origins, sockets);
        _controlSockets = new WebSocketEndpoint(options.Transport.ForControl(), origins, sockets);
        var players = new PlayerDirectory(_online, catalog);
        _http = new HttpApiContext
        {
            Options = options,
            Fleet = _fleet,
            Catalog = catalog,
            Results = results,
            Players = players,
            Drain = _drain,
            Metrics = _metrics,
            Hosts = DescribeHosts,
            GatewayUrl = host => new PublicUrl(options.GatewayUrlTemplate).For(host, _wsPort),
            StartedAt = time.GetUtcNow(),
        };
        Map(catalog, players, OperatorSecret.Load(options));
    }

    /// <summary>Runs a gateway until it is told to stop.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartupException">It cannot start.</exception>
    public static async Task<int> RunAsync(ServerOptions options)
    {
        using var signal = new StopSignal();
        await using var host = new GatewayHost(options, new LocalGameLauncher(options.BindAddress));
        await host.StartAsync();
        await host.AnnounceAsync();
        if (await Task.WhenAny(signal.Asked, host._drain.StopWanted) == signal.Asked && options.Hosting.DrainSeconds > 0)
        {
            host._drain.Begin(
                "The server is going to stop. Games end in their time.", TimeSpan.FromSeconds(options.Hosting.DrainSeconds), stop: true);
            await Task.WhenAny(signal.Insisted, host._drain.StopWanted);
        }

        return 0;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _online.All())
            client.CloseForShutdown();
        _drain.Dispose();
        await _fleet.DisposeAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _metrics.Dispose();
        _export?.Dispose();
        _claim?.Dispose();
        (_database as IDisposable)?.Dispose();
    }

    /// <summary>How many sessions clients are shown.</summary>
    public int ListedSessions => _clients.Catalog.List(new SessionFilter(), 1).Count;

    /// <summary>Begins to listen.</summary>
    /// <returns>Where games connect to.</returns>
    /// <exception cref="StartupException">A port cannot be had, or another gateway of the name runs.</exception>
    public async Task<Uri> StartAsync()
    {
        _claim = await GatewayClaim.TakeAsync(_database, _options, TimeProvider.System);
        var ports = await ServerHost.StartAsync(_app, "--http-port and --ws-port");
        (_httpPort, _wsPort) = (ports[0], ports[1]);
        var control = $"{Scheme}://{LocalAddress}:{_wsPort}{ControlPath}";
        _fleet.Start(control);
        return new Uri(control);
    }

    /// <summary>Tells the one who started it where to go.</summary>
    public Task AnnounceAsync() => System.Console.Out.WriteLineAsync(
        $"Artemis is ready: open {(_options.Tls.IsOn ? "https" : "http")}://{LocalAddress}:{_httpPort} (gateway {Scheme}://{LocalAddress}:{_wsPort}). Ctrl-C stops it.");

    /// <summary>What a game process proves itself with.</summary>
    public string SecretOf(Guid processId) => _secret.For(processId);

    // Games on this machine reach the gateway on loopback, unless it listens on one certain address.
    private string LocalAddress => _options.BindAddress is "0.0.0.0" or "::" ? "127.0.0.1" : _options.BindAddress;

    private string Scheme => _options.Tls.IsOn ? "wss" : "ws";

    private const string ControlPath = "/control";
    private const string HostsPath = "/hosts";

    private void Map(SessionCatalog catalog, PlayerDirectory players, OperatorSecret? secret)
    {
        _app.UseWebSockets();
        // Sockets branch off before the endpoints of the HTTP API; the control path first, as clients may use any other.
        _app.Map(new PathString(ControlPath), branch => branch.Run(context => _controlSockets.AcceptAsync(
            // A game that stands still for a while is suspect, not gone: no pings end its connection.
            context, keepAlive: false, connection => new ControlConnection(_controls, connection, AddressOf(context)).RunAsync())));
        _app.Map(new PathString(HostsPath), branch => branch.Run(context => _controlSockets.AcceptAsync(
            context, keepAlive: true, connection => new HostConnection(_hosts, connection).RunAsync())));
        _app.MapWhen(
            context => context.WebSockets.IsWebSocketRequest,
            branch => branch.Run(AcceptClientAsync));
        // After the sockets, which would else be answered with the page.
        _app.UseWebFiles(
            WebFiles.Find(_options.WebRoot), host => WebFiles.ContentSecurityPolicy(host, _options, _wsPort));
        HttpApi.Map(_app, secret);
        ServerMetrics.Observe("artemis.sessions", "{session}", "Sessions that live.", () => catalog.Count);
        ServerMetrics.Observe("artemis.players.online", "{player}", "Players at the gateway or in a game.", () => players.Count);
        ServerMetrics.Observe("artemis.games", "{process}", "Game processes, spares included.", () => _fleet.Games.Count);
        ServerMetrics.Observe(
            "artemis.games.suspect", "{process}", "Game processes of which nothing was heard for too long.", () => _fleet.SuspectCount);
    }

    // Null for this machine, whatever it is called.
    private static string? AddressOf(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address)
            && !address.Equals(context.Connection.LocalIpAddress)
            ? new UriBuilder("ws", (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()).Host
            : null;

    private Task AcceptClientAsync(HttpContext context) => _clientSockets.AcceptAsync(
        context, keepAlive: true, connection => new ClientConnection(_clients, connection, context.Request.Host.Host).RunAsync());

    private IReadOnlyList<HostInfo> DescribeHosts() =>
    [
        .. _fleet.Hosts.Select(host => new HostInfo(
            host.Name,
            host.Sessions,
            host.Spares,
            host.Capacity,
            host.Draining || _drain.Status is not null,
            host.Connected,
            host.Since)),
    ];

    private void OnLost(SessionBroker broker, GameHandle game)
    {
        if (broker.Lose(game) is not var (session, members) || session.State == GameState.Closed)
            return;
        foreach (var member in members)
        {
            foreach (var connection in _online.ConnectionsOf(member))
                connection.TellLost(session.Id, "The game ended without warning.");
        }
    }
}
