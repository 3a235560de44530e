using System.Net.WebSockets;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>The connection behind a game client: opens it, says <see cref="Rejoin"/>, keeps the clock, and comes back after a loss.</summary>
internal sealed class GameLink : IAsyncDisposable
{
    private static readonly TimeSpan QuickSync = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SteadySync = TimeSpan.FromSeconds(2);
    private const int QuickSyncs = 5;

    // A game answers each question: after so many without a word of any kind, ten seconds, the network is gone and has told nobody.
    private const int MostUnheard = 5;
    private static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(10);

    private readonly Seat seat;
    private readonly GameClientOptions options;
    private readonly GameObserver observer;
    private readonly TimeProvider time;
    private readonly long startedAt;
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FrameSocket? socket;
    private Task running = Task.CompletedTask;
    private uint sequence;
    private int syncRound;
    private int unheard;

    public GameLink(Seat seat, GameClientOptions options, GameObserver observer)
    {
        this.seat = seat;
        this.options = options;
        this.observer = observer;
        time = options.Time;
        startedAt = time.GetTimestamp();
    }

    /// <summary>Held while anything changes or is told, so that observers hear one thing after another.</summary>
    public Lock Sync { get; } = new();

    public LinkState State { get; private set; } = LinkState.Idle;

    public NetworkMeter Meter { get; } = new();

    public bool IsAccepted => State.Phase == LinkPhase.Connected;

    /// <summary>The client's clock, in ms; never 0, because a stamp of 0 would ask for no answer.</summary>
    public double Now => Math.Max(time.GetElapsedTime(startedAt).TotalMilliseconds, double.Epsilon);

    public async Task ConnectAsync(GameReceiver receiver, CancellationToken cancellationToken)
    {
        lock (Sync)
        {
            if (State.Phase != LinkPhase.Idle) throw new InvalidOperationException("This client was connected already; make a new one.");
            Change(State.Start());
            running = RunAsync(receiver);
        }

        try
        {
            await accepted.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            End(EndReason.Left, "Connecting was given up.");
            throw;
        }
    }

    /// <summary>Sends an order. 0 if there is no connection to send it by.</summary>
    public uint Order<T>(in T command, ProtocolVersion version)
        where T : struct, ICommand
    {
        Span<byte> frame = stackalloc byte[CommandFrame.MaxSize];
        lock (Sync)
        {
            if (!IsAccepted || socket is null) return 0;
            int length = CommandFrame.Encode(frame, sequence + 1, Now, in command, version);
            Send(frame[..length]);
            return ++sequence;
        }
    }

    /// <summary>Sends a frame; drops it, and returns false, while there is no connection.</summary>
    public bool Send(ReadOnlySpan<byte> frame)
    {
        lock (Sync)
        {
            if (socket is null) return false;
            socket.Send(frame);
            Meter.Sent(frame.Length, Now);
            return true;
        }
    }

    /// <summary>The game has let this player in.</summary>
    public void Accept()
    {
        Change(State.Accepted());
        accepted.TrySetResult();
    }

    /// <summary>Ends the connection for good.</summary>
    public void End(EndReason reason, string message, Exception? cause = null)
    {
        lock (Sync)
        {
            if (State.Phase == LinkPhase.Ended) return;
            Change(State.End(reason, message));
            accepted.TrySetException(cause ?? new ArtemisException(message));
            ending.Cancel();
            socket?.Close();
        }
    }

    /// <summary>Asks for the server's clock often for a while.</summary>
    public void SyncAnew() => Volatile.Write(ref syncRound, 0);

    public async ValueTask DisposeAsync()
    {
        End(EndReason.Left, "The connection was closed.");
        FrameSocket? open;
        lock (Sync) open = socket;
        if (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1))) != running) open?.Abort();
        await running;
    }

    private void Change(LinkState next)
    {
        lock (Sync)
        {
            if (next == State) return;
            State = next;
            observer.OnLink(next);
        }
    }

    private async Task RunAsync(GameReceiver receiver)
    {
        try
        {
            while (State.Phase is LinkPhase.Connecting or LinkPhase.Reconnecting)
            {
                var close = await RunOnceAsync(receiver);
                if (!Lost(close, receiver.Closing)) return;
                if (!await WaitAsync(State.RetryAt - time.GetUtcNow())) return;
                lock (Sync) Change(State.Retry());
            }
        }
        catch (Exception error)
        {
            End(EndReason.GaveUp, error.Message, error);
        }
    }

    // Whether there will be another try.
    private bool Lost(SocketClose close, string? closing)
    {
        lock (Sync)
        {
            if (closing is not null) End(EndReason.SessionClosed, closing);
            var next = State.Lost(close.Code, close.Reason, time.GetUtcNow(), options.Backoff, Random.Shared.NextDouble());
            if (next.Phase == LinkPhase.Ended) End(next.Reason, next.Message);
            else Change(next);
            return State.Phase == LinkPhase.Disconnected;
        }
    }

    private async Task<SocketClose> RunOnceAsync(GameReceiver receiver)
    {
        FrameSocket opened;
        using var late = new CancellationTokenSource(OpenWithin, time);
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, late.Token);
        try
        {
            opened = await FrameSocket.ConnectAsync(seat.WsUrl, ArtemisProtocol.FrameLimit * 2, options.Conditioner, opening.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            return new(1006, error.Message);
        }

        using (opened)
        using (var closed = CancellationTokenSource.CreateLinkedTokenSource(ending.Token))
        {
            lock (Sync)
            {
                socket = opened;
                sequence = 0;
                receiver.Begin();
            }

            opened.Send(new Rejoin
            {
                PlayerId = seat.PlayerId,
                ReconnectToken = seat.ReconnectToken,
                ProtocolVersion = ArtemisProtocol.Version.ToString(),
            }.ToFrame());
            if (ending.IsCancellationRequested) opened.Close();
            Volatile.Write(ref unheard, 0);
            var syncing = SyncAsync(opened, closed.Token);
            var close = await opened.RunAsync(message =>
            {
                Volatile.Write(ref unheard, 0);
                Meter.Received(message.Span, Now);
                return receiver.Receive(message);
            });
            lock (Sync) socket = null;
            await closed.CancelAsync();
            await syncing;
            return close;
        }
    }

    private async Task SyncAsync(FrameSocket opened, CancellationToken closed)
    {
        var frame = new byte[FrameHeader.Size + TimeSync.MaxEncodedSize];
        SyncAnew();
        while (!closed.IsCancellationRequested)
        {
            int length = new TimeSync { Stamp = Now, Echo = 0 }.EncodeFrame(frame, Origin.Client);
            if (IsAccepted) Send(frame.AsSpan(0, length));
            bool quick = Interlocked.Increment(ref syncRound) <= QuickSyncs;
            if (!quick && Interlocked.Increment(ref unheard) > MostUnheard)
            {
                opened.Abort();
                return;
            }

            await Task.Delay(quick ? QuickSync : SteadySync, time, closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> WaitAsync(TimeSpan wait)
    {
        var delay = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, ending.Token);
        await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return delay.IsCompletedSuccessfully;
    }
}
