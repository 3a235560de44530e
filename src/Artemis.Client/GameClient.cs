using System.Diagnostics;
using System.Net.WebSockets;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>
/// A seat in a game: keeps the session and the world, gives orders, and comes back by itself after a lost connection.
/// </summary>
/// <example>
/// <code>
/// await using var game = new GameClient(Seat.From(redirect, gateway.PlayerId), new MyObserver());
/// await game.ConnectAsync();
/// game.SelectConsole(0, Console.Helm);
/// game.Order(new HelmSetImpulse { Impulse = 1 });
/// </code>
/// </example>
public sealed class GameClient : IAsyncDisposable
{
    private static readonly TimeSpan QuickSync = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SteadySync = TimeSpan.FromSeconds(2);
    private const int QuickSyncs = 5;

    private readonly GameObserver observer;
    private readonly GameClientOptions options;
    private readonly TimeProvider time;
    private readonly NetworkMeter meter = new();
    private readonly long startedAt;
    private readonly GameReceiver receiver;
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock sync = new();
    private FrameSocket? socket;
    private Task running = Task.CompletedTask;
    private uint sequence;
    private int syncRound;

    /// <summary>Makes a client; <see cref="ConnectAsync"/> connects it.</summary>
    /// <param name="seat">Whose seat, and where.</param>
    /// <param name="observer">Hears what happens; null for nobody.</param>
    /// <param name="options">What else there is to choose.</param>
    public GameClient(Seat seat, GameObserver? observer = null, GameClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(seat);
        Seat = seat;
        this.observer = observer ?? new Silent();
        this.options = options ?? GameClientOptions.Default;
        time = this.options.Time;
        startedAt = time.GetTimestamp();
        receiver = new GameReceiver(this, this.observer, this.options);
    }

    /// <summary>Whose seat, and where.</summary>
    public Seat Seat { get; }

    /// <summary>How the connection stands.</summary>
    public LinkState Link { get; private set; } = LinkState.Idle;

    /// <summary>The newest state of the world. Changed while receiving: read it in <see cref="GameObserver.Updated"/>, or under <see cref="Read"/>.</summary>
    public World World => receiver.World;

    /// <summary>
    /// The world as it is to be shown; call <see cref="Advance"/> once a frame. Changed while receiving: read it in the observer, or under
    /// <see cref="Read"/>.
    /// </summary>
    public Scene Scene => receiver.Scene;

    /// <summary>The network's figures.</summary>
    public NetworkFigures Network
    {
        get
        {
            lock (receiver.Sync) return meter.Measure(Now(), ServerClock, Scene.Clock, receiver.Predictor?.Error.Distance ?? 0);
        }
    }

    /// <summary>How the prediction at the helm does; null if it is switched off.</summary>
    public PredictionError? Prediction => receiver.Predictor?.Error;

    /// <summary>The server's clock.</summary>
    public TimeSynchronizer ServerClock => receiver.ServerClock;

    /// <summary>The server's time now, in ms since the game began, as far as it is known.</summary>
    public double ServerTime
    {
        get
        {
            lock (receiver.Sync) return Now() + ServerClock.Offset;
        }
    }

    /// <summary>The session; null before its state came.</summary>
    public SessionView? Session => receiver.Session;

    /// <summary>The own player; null before the session's state came.</summary>
    public PlayerView? Me => Session?.Player(Seat.PlayerId);

    /// <summary>Object id of the own ship; 0 while there is none.</summary>
    public uint OwnShipId => receiver.OwnShipId;

    /// <summary>The version that both sides speak.</summary>
    public ProtocolVersion Version => receiver.Version;

    /// <summary>Connects, and returns when the game has accepted the seat. From then on the client keeps the connection by itself.</summary>
    /// <exception cref="ArtemisException">The game refuses the seat, or could not be reached for too long.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        if (Link.Phase != LinkPhase.Idle) throw new InvalidOperationException("This client was connected already; make a new one.");
        Change(Link.Start());
        running = RunAsync();
        return accepted.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Moves the scene on to now. Call it once a frame.</summary>
    public void Advance()
    {
        lock (receiver.Sync)
        {
            AdvancedAt = Now();
            receiver.Advance(AdvancedAt);
        }
    }

    /// <summary>Reads world, scene and session while nothing changes them.</summary>
    public T Read<T>(Func<World, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (receiver.Sync) return read(World);
    }

    /// <summary>Gives an order. It is carried out if one holds a console that may give it; otherwise <c>CommandRefused</c> is told.</summary>
    /// <typeparam name="T">A generated command, such as <c>HelmSetImpulse</c>.</typeparam>
    /// <returns>The order's sequence; 0 if the connection is lost and the order was not sent.</returns>
    public uint Order<T>(in T command)
        where T : struct, ICommand
    {
        Span<byte> frame = stackalloc byte[CommandFrame.MaxSize];
        lock (receiver.Sync)
        {
            lock (sync)
            {
                if (Link.Phase != LinkPhase.Connected || socket is null) return 0;
                int length = CommandFrame.Encode(frame, sequence + 1, Now(), in command, Version);
                socket.Send(frame[..length]);
                meter.Sent(length, Now());
                sequence++;
            }

            receiver.Predictor?.Ordered(sequence, in command, receiver.ArrivalTime(Now()));
            return sequence;
        }
    }

    /// <summary>Takes a console; gives up those held before unless <paramref name="keep"/> is set.</summary>
    public void SelectConsole(int ship, Protocol.Console console, bool keep = false) =>
        Send(new SelectConsole { Ship = checked((byte)ship), Console = console, Keep = keep }.ToFrame());

    /// <summary>Says whether one is ready to start.</summary>
    public void SetReady(bool ready) => Send(new SetReady { Ready = ready }.ToFrame());

    /// <summary>Starts the game. The creator's alone.</summary>
    public void StartGame() => Send(new StartGame().ToFrame());

    /// <summary>Names a ship. Its captain's alone.</summary>
    public void RenameShip(int ship, string name) => Send(new RenameShip { Ship = checked((byte)ship), Name = name }.ToFrame());

    /// <summary>Changes the session in the lobby; what is null stays. The creator's alone.</summary>
    public void ConfigureSession(ConfigureSession change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Send(change.ToFrame());
    }

    /// <summary>Sends a player away for good. The creator's alone.</summary>
    public void KickPlayer(Guid playerId) => Send(new KickPlayer { PlayerId = playerId }.ToFrame());

    /// <summary>Takes everybody from the results back to the lobby. The creator's alone.</summary>
    public void ReturnToLobby() => Send(new ReturnToLobby().ToFrame());

    /// <summary>Says something to all in the session: 1 to 240 bytes of UTF-8.</summary>
    public void Chat(string message) => Send(new Chat { Message = message }.ToFrame());

    /// <summary>Leaves for good: the seat is free, and the token not valid any more.</summary>
    public void Leave()
    {
        Send(new Leave().ToFrame());
        End(EndReason.Left, "You have left.");
    }

    /// <summary>Ends the connection without giving up the seat.</summary>
    public async ValueTask DisposeAsync()
    {
        End(EndReason.Left, "The connection was closed.");
        FrameSocket? open;
        lock (sync) open = socket;
        if (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1))) != running) open?.Abort();
        await running;
        ending.Dispose();
    }

    internal void Send(ReadOnlySpan<byte> frame)
    {
        lock (sync)
        {
            if (socket is null) return;
            socket.Send(frame);
            meter.Sent(frame.Length, Now());
        }
    }

    internal void Accept()
    {
        Change(Link.Accepted());
        accepted.TrySetResult();
    }

    internal void Refuse(string message) => End(EndReason.Refused, message);

    /// <summary>When the scene was moved on last, on <see cref="Now"/>'s clock.</summary>
    internal double AdvancedAt { get; private set; }

    /// <summary>Asks for the server's clock often for a while.</summary>
    internal void SyncAnew() => Volatile.Write(ref syncRound, 0);

    internal bool IsAccepted => Link.Phase == LinkPhase.Connected;

    internal Guid PlayerId => Seat.PlayerId;

    // A stamp of 0 would ask for no answer.
    internal double Now() => Math.Max(time.GetElapsedTime(startedAt).TotalMilliseconds, double.Epsilon);

    private void End(EndReason reason, string message)
    {
        Change(Link.End(reason, message));
        accepted.TrySetException(new ArtemisException(message));
        ending.Cancel();
        lock (sync) socket?.Close();
    }

    private void Change(LinkState next)
    {
        if (next == Link) return;
        Link = next;
        observer.LinkChanged(next);
    }

    private async Task RunAsync()
    {
        while (Link.Phase is LinkPhase.Connecting or LinkPhase.Reconnecting)
        {
            var close = await RunOnceAsync();
            if (receiver.Closing is { } why)
            {
                End(EndReason.SessionClosed, why);
                return;
            }

            Change(Link.Lost(close.Code, close.Reason, time.GetUtcNow(), options.Backoff, Random.Shared.NextDouble()));
            if (Link.Phase == LinkPhase.Ended) accepted.TrySetException(new ArtemisException(Link.Message));
            if (Link.Phase != LinkPhase.Disconnected) return;
            if (!await WaitAsync(Link.RetryAt - time.GetUtcNow())) return;
            Change(Link.Retry());
        }
    }

    private async Task<SocketClose> RunOnceAsync()
    {
        FrameSocket opened;
        try
        {
            opened = await FrameSocket.ConnectAsync(Seat.Url, ArtemisProtocol.FrameLimit * 2, options.Conditioner, ending.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            return new(1006, error.Message);
        }

        using (opened)
        using (var closed = CancellationTokenSource.CreateLinkedTokenSource(ending.Token))
        {
            lock (sync)
            {
                socket = opened;
                sequence = 0;
            }

            receiver.Begin();
            opened.Send(new Rejoin
            {
                PlayerId = Seat.PlayerId,
                ReconnectToken = Seat.ReconnectToken,
                ProtocolVersion = ArtemisProtocol.Version.ToString(),
            }.ToFrame());
            if (ending.IsCancellationRequested) opened.Close();
            var syncing = SyncAsync(closed.Token);
            var close = await opened.RunAsync(Receive);
            lock (sync) socket = null;
            await closed.CancelAsync();
            await syncing;
            return close;
        }
    }

    private bool Receive(ReadOnlyMemory<byte> message)
    {
        meter.Received(message.Span, Now());
        return receiver.Receive(message);
    }

    private async Task SyncAsync(CancellationToken closed)
    {
        var frame = new byte[FrameHeader.Size + TimeSync.MaxEncodedSize];
        SyncAnew();
        while (!closed.IsCancellationRequested)
        {
            int length = new TimeSync { Stamp = Now(), Echo = 0 }.EncodeFrame(frame, Origin.Client);
            if (IsAccepted) Send(frame.AsSpan(0, length));
            await Task.Delay(Interlocked.Increment(ref syncRound) <= QuickSyncs ? QuickSync : SteadySync, time, closed)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> WaitAsync(TimeSpan wait)
    {
        var delay = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, ending.Token);
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return delay.IsCompletedSuccessfully;
    }

    private sealed class Silent : GameObserver;
}
