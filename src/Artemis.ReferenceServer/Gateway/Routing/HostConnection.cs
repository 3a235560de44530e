using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>What all hosts' connections of a gateway share.</summary>
/// <param name="Fleet">The machines.</param>
/// <param name="Secret">What hosts prove themselves with.</param>
/// <param name="Options">Limits and time-outs.</param>
/// <param name="Frames">Buffers.</param>
/// <param name="Time">The clock.</param>
/// <param name="Log">The log.</param>
public sealed record HostContext(
    GameFleet Fleet,
    HostSecret Secret,
    ServerOptions Options,
    FramePool Frames,
    TimeProvider Time,
    ILogger<HostConnection> Log);

/// <summary>A host at the gateway.</summary>
public sealed partial class HostConnection : IConnectionHandler, IHostLink
{
    private readonly HostContext _context;
    private readonly WebSocketConnection _connection;
    private GameMachine? _machine;

    /// <summary>Takes over a connection.</summary>
    public HostConnection(HostContext context, WebSocketConnection connection)
    {
        _context = context;
        _connection = connection;
    }

    /// <summary>Runs the connection until it ends.</summary>
    public async Task RunAsync()
    {
        using var handshake = new CancellationTokenSource(
            TimeSpan.FromSeconds(_context.Options.Transport.HandshakeSeconds), _context.Time);
        await using var expiry = handshake.Token.Register(() =>
        {
            if (_machine is null)
                _connection.Close(CloseCode.HandshakeTimeout, "Say who you are within ten seconds.");
        });
        await _connection.RunAsync(this);
        if (_machine is not null)
            _context.Fleet.DisconnectHost(_machine, this);
    }

    /// <inheritdoc/>
    public void Welcome() =>
        Send(new HostWelcome { StatusSeconds = (float)_context.Options.Hosting.StatusSeconds }.EncodeFrame);

    /// <inheritdoc/>
    public void Start(LaunchOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        Send(new StartProcess { ProcessId = order.ProcessId, Secret = order.Secret, Port = (ushort)order.Port }.EncodeFrame);
    }

    /// <inheritdoc/>
    public void Kill(Guid processId) => Send(new KillProcess { ProcessId = processId }.EncodeFrame);

    /// <inheritdoc/>
    public void Drain(bool draining) => Send(new DrainHost { Draining = draining }.EncodeFrame);

    /// <inheritdoc/>
    public void Drop(string reason) => _connection.Close(CloseCode.Normal, reason);

    /// <inheritdoc/>
    public ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
    {
        var scanner = new FrameScanner(message, Origin.Client);
        while (scanner.TryNext(out var frame))
        {
            if (!TryHandle(frame))
            {
                _connection.Close(CloseCode.Malformed, $"The frame of type {frame.PacketType:x8} cannot be read.");
                return ValueTask.CompletedTask;
            }
        }

        if (scanner.Status != DecodeStatus.Ok)
            _connection.Close(CloseCode.Malformed, $"A frame is malformed: {scanner.Status}.");
        return ValueTask.CompletedTask;
    }

    private bool TryHandle(Frame frame)
    {
        if (_machine is null)
        {
            if (frame.PacketType != HostHello.PacketType
                || HostHello.TryDecode(frame.Body, out var hello, out _) != DecodeStatus.Ok)
            {
                return false;
            }

            Register(hello!);
            return true;
        }

        switch (frame.PacketType)
        {
            case HostStatus.PacketType:
                if (HostStatus.TryDecode(frame.Body, out var status, out _) != DecodeStatus.Ok)
                    return false;
                _context.Fleet.SetDraining(_machine, status!.Draining);
                return true;
            case ProcessStarted.PacketType:
                if (ProcessStarted.TryDecode(frame.Body, out var started, out _) != DecodeStatus.Ok)
                    return false;
                _context.Fleet.NoteStarted(_machine, started!);
                return true;
            case ProcessEnded.PacketType:
                if (ProcessEnded.TryDecode(frame.Body, out var ended, out _) != DecodeStatus.Ok)
                    return false;
                _context.Fleet.NoteEnded(_machine, ended!);
                return true;
            default:
                return true;
        }
    }

    private void Register(HostHello hello)
    {
        if (!_context.Secret.Matches(hello.Secret))
        {
            // Whoever it is, its name shall not play tricks on those who read the log.
            LogBadSecret(_context.Log, VisibleText.TryNormalize(hello.Name, 64, out var name) ? name : "(unreadable)");
            Reject(
                _context.Secret.Exists
                    ? $"The secret is wrong; {HostSecret.Variable} must be the same here and at the gateway."
                    : $"This gateway takes no hosts; give it a secret in {HostSecret.Variable}.",
                retry: false);
            return;
        }

        if (hello.FirstPort > hello.LastPort || (hello.FirstPort == 0 && hello.LastPort != 0))
        {
            Reject($"{hello.FirstPort}-{hello.LastPort} is no range of ports.", retry: false);
            return;
        }

        _machine = _context.Fleet.RegisterHost(hello, this, out var refusal);
        _connection.Whom.Host = _machine?.Name;
        if (_machine is null)
            Reject(refusal!, retry: true);
    }

    private void Reject(string reason, bool retry)
    {
        Send(new HostRejected { Reason = reason, Retry = retry }.EncodeFrame);
        // One that asks again and again is told why, and says so itself; here it is not worth a line each time.
        _connection.Close(retry ? CloseCode.Normal : CloseCode.BadToken, "The host is not taken.");
    }

    private void Send(Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(_context.Frames, encode);
        _connection.TrySend(frame);
        frame.Release();
    }

    [LoggerMessage(LogLevel.Warning, "A host that calls itself {Name} had the wrong secret.")]
    private static partial void LogBadSecret(ILogger log, string name);
}
