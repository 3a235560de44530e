using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Game.Control;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Replay;
using Artemis.ReferenceServer.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game;

/// <summary>A game as a process: wires its parts, listens, and ends them in the right order.</summary>
internal sealed class GameHost : IAsyncDisposable
{
    private readonly GameIdentity _identity;
    private readonly WebApplication _app;
    private readonly Inbox<GameInput> _inbox = new();
    private readonly GameClock _clock;
    private readonly GameRoom _room;
    private readonly GameThread _thread;
    private readonly GatewayLink _link;
    private readonly PrometheusExporter _metrics = new();
    private readonly IDisposable? _export;
    private readonly ILogger _log;
    private int _port;

    private GameHost(ServerOptions options, GameIdentity identity, Uri gateway, int port)
    {
        _identity = identity;
        _export = Telemetry.Export(options.Telemetry, "game");
        _app = ServerHost.CreateBuilder(ServerConfiguration.Load(), options, "game", port).Build();
        var logs = _app.Services.GetRequiredService<ILoggerFactory>();
        var frames = new FramePool();
        var time = TimeProvider.System;
        _clock = new GameClock(time);
        _link = new GatewayLink(
            gateway, options.Transport, frames, time, logs.CreateLogger<GatewayLink>(), IntroduceAsync, OnReceived);
        _log = logs.CreateLogger<GameHost>();
        _room = new GameRoom(options, _clock, frames, _inbox, _link, logs.CreateLogger<GameRoom>());
        _room.Process.ProcessId = identity.ProcessId;
        ServerMetrics.ObserveCounts(
            "artemis.update", "By", "Bytes of object updates sent to consoles, by object, field and zone.", _room.Profile.Measure);
        _thread = new GameThread(_inbox, _room, logs.CreateLogger<GameThread>());

        var sockets = new WebSocketEndpoint(options.Transport, new OriginPolicy(options.AllowedOrigins), logs.CreateLogger<WebSocketEndpoint>());
        _app.UseWebSockets();
        _app.Map("/metrics", branch => branch.Run(context =>
        {
            context.Response.ContentType = PrometheusExporter.ContentType;
            return context.Response.WriteAsync(_metrics.Write());
        }));
        if (options.TickLog)
        {
            var log = TickLog.Current = new TickLog();
            _app.Map("/ticks", branch => branch.Run(context => context.Response.WriteAsync(log.Write())));
            _app.Use((context, next) =>
            {
                context.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(static log => ((TickLog)log).NoteHousekeeping(), log);
                return next(context);
            });
        }

        // Behind a proxy, games are told apart by their paths.
        _app.Run(context => sockets.AcceptAsync(context, keepAlive: true, connection =>
            new PlayerConnection(connection, options.Transport, frames, _clock, _inbox).RunAsync(time)));
    }

    /// <summary>Runs a game until it is over or told to stop.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartupException">It cannot start.</exception>
    public static async Task<int> RunAsync(ServerOptions options, GameIdentity identity, Uri gateway, int port)
    {
        using var signal = new StopSignal();
        return await RunAsync(options, identity, gateway, port, signal.Asked, show: null);
    }

    /// <summary>Runs a game, or shows a recorded one, until it is over or told to stop.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartupException">It cannot start.</exception>
    public static async Task<int> RunAsync(
        ServerOptions options, GameIdentity identity, Uri gateway, int port, Task stopAsked, ReplayShow? show)
    {
        await using var host = new GameHost(options, identity, gateway, port);
        using var scope = host._log.BeginScope(host._room.Process);
        if (show is not null)
            host._room.Show(show);
        host._port = (await ServerHost.StartAsync(host._app, "--port"))[0];
        host._thread.Start();
        using var stop = new CancellationTokenSource();
        var link = host._link.RunAsync(stop.Token);

        if (await Task.WhenAny(host._thread.Ended, stopAsked) == stopAsked)
        {
            host.Post(() => host._room.Close("The server is closing down."));
            await Task.WhenAny(host._thread.Ended, Task.Delay(TimeSpan.FromSeconds(5)));
        }

        await stop.CancelAsync();
        await link;
        return host._thread.Ended.IsCompletedSuccessfully ? 0 : 1;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Players' connections end by themselves within two seconds of being told.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _metrics.Dispose();
        _export?.Dispose();
    }

    private void Post(Action work) => _inbox.Post(new GameInput(GameInputKind.Work, null, null, _clock.Now, work));

    private Task<GameHello> IntroduceAsync()
    {
        var introduced = new TaskCompletionSource<GameHello>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => introduced.SetResult(_room.Introduce(_identity, _port)));
        return introduced.Task;
    }

    private void OnReceived(Frame frame)
    {
        switch (frame.PacketType)
        {
            case GameWelcome.PacketType:
                _link.OnWelcome();
                break;
            case OpenSession.PacketType when OpenSession.TryDecode(frame.Body, out var order, out _) == DecodeStatus.Ok:
                // Slow on purpose, so not on the game's thread.
                var password = order!.Password is { } words ? new SessionPassword(words) : null;
                Post(() => _room.Open(order, password));
                break;
            case ReserveSeat.PacketType when ReserveSeat.TryDecode(frame.Body, out var request, out _) == DecodeStatus.Ok:
                _ = Task.Run(() => Reserve(request!));
                break;
            case ResultsKept.PacketType when ResultsKept.TryDecode(frame.Body, out var kept, out _) == DecodeStatus.Ok:
                _link.OnKept(kept!.ResultId);
                break;
            case CloseSession.PacketType when CloseSession.TryDecode(frame.Body, out var close, out _) == DecodeStatus.Ok:
                Post(() => _room.Close(close!.Reason));
                break;
            case TellPlayers.PacketType when TellPlayers.TryDecode(frame.Body, out var notice, out _) == DecodeStatus.Ok:
                Post(() => _room.Tell(notice!.Message));
                break;
            case DrainSession.PacketType when DrainSession.TryDecode(frame.Body, out var drain, out _) == DecodeStatus.Ok:
                Post(() => _room.Drain(drain!));
                break;
            case RemovePlayer.PacketType when RemovePlayer.TryDecode(frame.Body, out var removal, out _) == DecodeStatus.Ok:
                Post(() => _room.Remove(removal!));
                break;
            case MeasureGame.PacketType when MeasureGame.TryDecode(frame.Body, out var question, out _) == DecodeStatus.Ok:
                _link.Report(new GameMeasured { RequestId = question!.RequestId, Text = _metrics.Write() });
                break;
            case GameRejected.PacketType when GameRejected.TryDecode(frame.Body, out var rejected, out _) == DecodeStatus.Ok:
                Post(() => _room.Reject(rejected!.Reason));
                break;
        }
    }

    private void Reserve(ReserveSeat request)
    {
        if (_room.Password is { } password && !password.Matches(request.Password))
        {
            _link.Report(new SeatReserved
            {
                RequestId = request.RequestId,
                Code = ErrorCode.WrongPassword,
                Message = request.Password is null ? "The session asks for a password." : "The password is wrong.",
            });
            return;
        }

        Post(() => _room.Reserve(request));
    }
}
