using System.Runtime.InteropServices;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Host;

/// <summary>
/// A host as a process: offers its machine to a gateway, starts games when it is told to, and tells how they end. Its games need neither it nor
/// the gateway to go on.
/// </summary>
internal sealed partial class HostAgent
{
    private readonly HostOffer _offer;
    private readonly HostedGames _games;
    private readonly LastingConnection _gateway;
    private readonly ILogger _log;
    private readonly Guid _instanceId = Guid.NewGuid();
    private readonly TaskCompletionSource<string> _rejected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _draining;
    private volatile bool _leaving;
    private volatile bool _taken;
    private string? _lastTrouble;

    private HostAgent(HostOffer offer, ServerOptions options, LocalGameLauncher launcher, ILoggerFactory logs)
    {
        _offer = offer;
        _log = logs.CreateLogger<HostAgent>();
        _games = new HostedGames(launcher, logs.CreateLogger<HostedGames>()) { Ended = OnEnded };
        _gateway = new LastingConnection(offer.HostAddress, options.Transport, new FramePool(), TimeProvider.System)
        {
            Introduce = () => Task.FromResult<Action<FrameBuffer>>(Introduce().EncodeFrame),
            Received = OnReceived,
            Lost = OnLost,
            Failed = OnFailed,
        };
    }

    // .NET has no name for it.
    private static PosixSignal DrainSignal => (PosixSignal)(OperatingSystem.IsMacOS() ? 30 : 10);

    /// <summary>Runs a host until it is told to stop, or has run empty after it was told to.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="StartupException">The gateway does not take it.</exception>
    public static async Task<int> RunAsync(ServerOptions options, HostOffer offer)
    {
        // An address of one's own is passed on; the usual one the gateway works out by itself.
        var publicUrl = options.PublicWsUrl == new ServerOptions().PublicWsUrl ? null : options.GameUrlTemplate;
        using var logs = ServerHost.CreateLogs(ServerConfiguration.Load(), options, "host");
        using var signal = new StopSignal();
        var agent = new HostAgent(offer, options, new LocalGameLauncher(options.BindAddress, offer.Name, publicUrl), logs);
        using var drain = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(DrainSignal, agent.OnDrainSignal);
        using var stop = new CancellationTokenSource();
        var link = agent._gateway.RunAsync(stop.Token);
        await System.Console.Out.WriteLineAsync(
            $"Artemis host '{offer.Name}' (pid {Environment.ProcessId}) offers {offer.Capacity} games to {offer.Gateway}. Ctrl-C stops it.");

        var ended = await Task.WhenAny(signal.Asked, agent._empty.Task, agent._rejected.Task);
        await agent._games.CloseAsync(TimeSpan.FromSeconds(options.Hosting.ShutdownSeconds));
        await stop.CancelAsync();
        await link;
        return ended == agent._rejected.Task ? throw new StartupException(await agent._rejected.Task) : 0;
    }

    private HostHello Introduce() => new()
    {
        Name = _offer.Name,
        InstanceId = _instanceId,
        Secret = _offer.Secret,
        FirstPort = (ushort)_offer.Ports.First,
        LastPort = (ushort)_offer.Ports.Last,
        Capacity = (ushort)_offer.Capacity,
        Draining = _draining,
        Processes = _games.Describe(),
    };

    private void OnReceived(Frame frame)
    {
        switch (frame.PacketType)
        {
            case HostWelcome.PacketType:
                _lastTrouble = null;
                _taken = true;
                LogTaken(_offer.HostAddress);
                break;
            case HostRejected.PacketType when HostRejected.TryDecode(frame.Body, out var rejected, out _) == DecodeStatus.Ok:
                OnRejected(rejected!);
                break;
            case StartProcess.PacketType when StartProcess.TryDecode(frame.Body, out var start, out _) == DecodeStatus.Ok:
                Start(start!);
                break;
            case KillProcess.PacketType when KillProcess.TryDecode(frame.Body, out var kill, out _) == DecodeStatus.Ok:
                _games.Kill(kill!.ProcessId);
                break;
            case DrainHost.PacketType when DrainHost.TryDecode(frame.Body, out var drain, out _) == DecodeStatus.Ok:
                _draining = drain!.Draining || _leaving;
                break;
        }
    }

    private void Start(StartProcess start)
    {
        var order = new LaunchOrder(start.ProcessId, start.Secret, _offer.ControlAddress.ToString(), start.Port);
        if (_games.Start(order) is { } pid)
            _gateway.Send(new ProcessStarted { ProcessId = start.ProcessId, Pid = (uint)pid }.EncodeFrame);
    }

    private void OnEnded(Guid processId, int exitCode)
    {
        _gateway.Send(new ProcessEnded { ProcessId = processId, ExitCode = exitCode }.EncodeFrame);
        LeaveIfEmpty();
    }

    private void OnRejected(HostRejected rejected)
    {
        if (!rejected.Retry)
            _rejected.TrySetResult(rejected.Reason);
        else if (_lastTrouble != rejected.Reason)
            LogRefused(_lastTrouble = rejected.Reason);
    }

    // One that was refused was told why.
    private void OnLost()
    {
        if (_taken)
            LogLost(_offer.HostAddress);
        _taken = false;
    }

    // Said once, not every two seconds.
    private void OnFailed(string reason)
    {
        if (_lastTrouble != reason)
            LogUnreachable(_offer.HostAddress, _lastTrouble = reason);
    }

    // The machine is to be taken out of service: no new games, and an end when the last one has ended.
    private void OnDrainSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        _draining = _leaving = true;
        LogLeaving(_games.Count);
        _gateway.Send(new HostStatus { Draining = true }.EncodeFrame);
        LeaveIfEmpty();
    }

    private void LeaveIfEmpty()
    {
        if (_leaving && _games.Count == 0)
            _empty.TrySetResult();
    }

    [LoggerMessage(LogLevel.Information, "The gateway at {Address} takes the offer.")]
    private partial void LogTaken(Uri address);

    [LoggerMessage(LogLevel.Information, "The gateway at {Address} is away; games go on, and it is tried again.")]
    private partial void LogLost(Uri address);

    [LoggerMessage(LogLevel.Warning, "The gateway at {Address} cannot be reached, and is tried again: {Reason}")]
    private partial void LogUnreachable(Uri address, string reason);

    [LoggerMessage(LogLevel.Warning, "The gateway does not take the offer yet, and is asked again: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Information, "No new games; the host ends with the last of its {Count} processes.")]
    private partial void LogLeaving(int count);
}
