using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game.Commands;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game.Connections;

/// <summary>
/// A player's connection to the game. Its socket side checks framing and rates and hands messages over; all else belongs to the
/// game's thread.
/// </summary>
internal sealed class PlayerConnection : IConnectionHandler
{
    private readonly TransportOptions _options;
    private readonly WebSocketConnection _socket;
    private readonly FramePool _frames;
    private readonly GameClock _clock;
    private readonly Inbox<GameInput> _inbox;
    private TokenBucket _rate;
    private volatile bool _entered;

    public PlayerConnection(
        WebSocketConnection socket, TransportOptions options, FramePool frames, GameClock clock, Inbox<GameInput> inbox)
    {
        _socket = socket;
        _options = options;
        _frames = frames;
        _clock = clock;
        _inbox = inbox;
        _rate = new TokenBucket(options.InboundFramesPerSecond, options.InboundBurst, clock.Now);
    }

    /// <summary>Who it is; null before the rejoin.</summary>
    public Player? Player { get; private set; }

    /// <summary>What both speak.</summary>
    public ProtocolVersion Version { get; private set; } = Versions.Server;

    /// <summary>What the client's version knows of objects.</summary>
    public PeerFields Peer { get; private set; } = PeerFields.Of(Versions.Server);

    /// <summary>Sequences that were used.</summary>
    public CommandSequence Sequence;

    /// <summary>The client's clock.</summary>
    public ClientClock ClientClock;

    /// <summary>When the client's clock is asked for next.</summary>
    public TimeSpan NextTimeSync { get; set; }

    /// <summary>How often it was asked for.</summary>
    public int TimeSyncCount { get; set; }

    /// <summary>How much may be said.</summary>
    public TokenBucket ChatAllowance;

    /// <summary>Whether the client can follow its ship's stream.</summary>
    public StreamGate Gate;

    /// <summary>Frames of types that nobody knows.</summary>
    public int UnknownFrames { get; set; }

    /// <summary>Object updates that are queued or being sent.</summary>
    public int StateFramesInFlight => _socket.StateFramesInFlight;

    /// <summary>Whom the connection concerns, for log lines.</summary>
    public LogScope Whom => _socket.Whom;

    /// <summary>Runs the connection until it ends.</summary>
    public async Task RunAsync(TimeProvider time)
    {
        using var handshake = new CancellationTokenSource(TimeSpan.FromSeconds(_options.HandshakeSeconds), time);
        await using var expiry = handshake.Token.Register(() =>
        {
            if (!_entered)
                _socket.Close(CloseCode.HandshakeTimeout, "Rejoin within ten seconds.");
        });
        await _socket.RunAsync(this);
        _inbox.Post(new GameInput(GameInputKind.Closed, this, null, _clock.Now, null));
    }

    /// <summary>The player is who they say.</summary>
    /// <param name="player">Who.</param>
    /// <param name="sessionId">Where; boxed.</param>
    /// <param name="version">What both speak.</param>
    /// <param name="now">The time.</param>
    public void Enter(Player player, object? sessionId, ProtocolVersion version, TimeSpan now)
    {
        (Whom.PlayerId, Whom.SessionId) = (player.Id, sessionId);
        Player = player;
        Version = version;
        Peer = PeerFields.Of(version);
        _entered = true;
        ChatAllowance = new TokenBucket(perSecond: 1, burst: 5, now);
        NextTimeSync = now;
    }

    /// <summary>The clock that the client's is mapped to begins anew; the client's is asked for again.</summary>
    public void ForgetClock(TimeSpan now)
    {
        ClientClock = default;
        TimeSyncCount = 0;
        NextTimeSync = now;
    }

    /// <summary>The player has another connection now.</summary>
    public void Forget() => Player = null;

    /// <summary>Sends part of a frame.</summary>
    public bool Send(SharedFrame frame, int offset, int length, bool isState) =>
        _socket.TrySend(frame, offset, length, isState);

    /// <summary>Sends a frame.</summary>
    public bool Send(SharedFrame frame) => _socket.TrySend(frame);

    /// <summary>Sends a message.</summary>
    public void Send(Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(_frames, encode);
        _socket.TrySend(frame);
        frame.Release();
    }

    /// <summary>Ends the connection after what is queued.</summary>
    public void Close(CloseCode code, string reason) => _socket.Close(code, reason);

    /// <inheritdoc/>
    public ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
    {
        var status = Check(message.Span, out var frames);
        if (status != DecodeStatus.Ok)
        {
            _socket.Close(CloseCode.Malformed, $"A frame is malformed: {status}.");
            return ValueTask.CompletedTask;
        }

        for (; frames > 0; frames--)
        {
            if (!_rate.TryTake(_clock.Now))
            {
                _socket.Close(CloseCode.TooFast, "Too many frames.");
                return ValueTask.CompletedTask;
            }
        }

        var copy = _frames.Rent(message.Length);
        message.Span.CopyTo(copy.Buffer);
        copy.Length = message.Length;
        _inbox.Post(new GameInput(GameInputKind.Message, this, copy, _clock.Now, null));
        return ValueTask.CompletedTask;
    }

    private static DecodeStatus Check(ReadOnlySpan<byte> message, out int count)
    {
        count = 0;
        if (message.IsEmpty)
            return DecodeStatus.Truncated;
        var reader = new FrameReader(message, Origin.Client, ArtemisProtocol.Magic, ArtemisProtocol.FrameLimit);
        while (reader.MoveNext())
            count++;
        return reader.Status;
    }
}
