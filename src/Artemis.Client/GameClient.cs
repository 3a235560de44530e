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

    private readonly Seat seat;
    private readonly GameObserver observer;
    private readonly BackoffPolicy backoff;
    private readonly TimeProvider time;
    private readonly long startedAt;
    private readonly GameReceiver receiver;
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock sync = new();
    private FrameSocket? socket;
    private Task running = Task.CompletedTask;
    private uint sequence;

    /// <summary>Makes a client; <see cref="ConnectAsync"/> connects it.</summary>
    /// <param name="seat">Whose seat, and where.</param>
    /// <param name="observer">Hears what happens; null for nobody.</param>
    /// <param name="backoff">When to try again after a loss.</param>
    /// <param name="time">The clock; the system's own by default.</param>
    public GameClient(Seat seat, GameObserver? observer = null, BackoffPolicy? backoff = null, TimeProvider? time = null)
    {
        this.seat = seat;
        this.observer = observer ?? new Silent();
        this.backoff = backoff ?? BackoffPolicy.Default;
        this.time = time ?? TimeProvider.System;
        startedAt = this.time.GetTimestamp();
        receiver = new GameReceiver(this, this.observer);
    }

    /// <summary>How the connection stands.</summary>
    public LinkState Link { get; private set; } = LinkState.Idle;

    /// <summary>The newest state of the world. Changed while receiving: read it in <see cref="GameObserver.Updated"/>, or under <see cref="Read"/>.</summary>
    public World World => receiver.World;

    /// <summary>The server's clock.</summary>
    public TimeSynchronizer ServerClock => receiver.ServerClock;

    /// <summary>The session; null before its state came.</summary>
    public SessionView? Session => receiver.Session;

    /// <summary>The own player; null before the session's state came.</summary>
    public PlayerView? Me => Session?.Player(seat.PlayerId);

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

    /// <summary>Reads the world while nothing changes it.</summary>
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
        lock (sync)
        {
            if (Link.Phase != LinkPhase.Connected || socket is null) return 0;
            int length = CommandFrame.Encode(frame, sequence + 1, Now(), in command, Version);
            socket.Send(frame[..length]);
            return ++sequence;
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
        lock (sync) socket?.Send(frame);
    }

    internal void Accept()
    {
        Change(Link.Accepted());
        accepted.TrySetResult();
    }

    internal void Refuse(string message) => End(EndReason.Refused, message);

    internal bool IsAccepted => Link.Phase == LinkPhase.Connected;

    internal Guid PlayerId => seat.PlayerId;

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

            Change(Link.Lost(close.Code, close.Reason, time.GetUtcNow(), backoff, Random.Shared.NextDouble()));
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
            opened = await FrameSocket.ConnectAsync(seat.Url, ArtemisProtocol.FrameLimit * 2, ending.Token);
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
                PlayerId = seat.PlayerId,
                ReconnectToken = seat.ReconnectToken,
                ProtocolVersion = ArtemisProtocol.Version.ToString(),
            }.ToFrame());
            if (ending.IsCancellationRequested) opened.Close();
            var syncing = SyncAsync(closed.Token);
            var close = await opened.RunAsync(receiver.Receive);
            lock (sync) socket = null;
            await closed.CancelAsync();
            await syncing;
            return close;
        }
    }

    private async Task SyncAsync(CancellationToken closed)
    {
        var frame = new byte[FrameHeader.Size + TimeSync.MaxEncodedSize];
        for (int round = 0; !closed.IsCancellationRequested; round++)
        {
            int length = new TimeSync { Stamp = Now(), Echo = 0 }.EncodeFrame(frame, Origin.Client);
            if (IsAccepted) Send(frame.AsSpan(0, length));
            await Task.Delay(round < QuickSyncs ? QuickSync : SteadySync, time, closed)
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
