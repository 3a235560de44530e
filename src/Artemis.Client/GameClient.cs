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
    private readonly GameLink link;
    private readonly GameReceiver receiver;

    /// <summary>Makes a client; <see cref="ConnectAsync"/> connects it.</summary>
    /// <param name="seat">Whose seat, and where.</param>
    /// <param name="observer">Hears what happens; null for nobody.</param>
    /// <param name="options">What else there is to choose.</param>
    public GameClient(Seat seat, GameObserver? observer = null, GameClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(seat);
        options ??= GameClientOptions.Default;
        var guarded = new GuardedObserver(observer);
        Seat = seat;
        link = new GameLink(seat, options, guarded);
        receiver = new GameReceiver(link, seat.PlayerId, guarded, options);
    }

    /// <summary>Whose seat, and where.</summary>
    public Seat Seat { get; }

    /// <summary>How the connection stands.</summary>
    public LinkState Link => link.State;

    /// <summary>The newest state of the world. Changed while receiving: read it in <see cref="GameObserver.OnUpdate"/>, or under <see cref="Read"/>.</summary>
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
            lock (link.Sync) return link.Meter.Measure(link.Now, ServerClock, Scene.Clock, receiver.Predictor?.Error ?? default);
        }
    }

    /// <summary>The server's clock.</summary>
    public ClockSync ServerClock => receiver.ServerClock;

    /// <summary>The server's time now, in ms since the game began, as far as it is known.</summary>
    public double ServerTime
    {
        get
        {
            lock (link.Sync) return link.Now + ServerClock.Offset;
        }
    }

    /// <summary>The session; null before its state came.</summary>
    public SessionView? Session => receiver.Session;

    /// <summary>The own player; null before the session's state came.</summary>
    public PlayerView? Me => receiver.Me;

    /// <summary>Object id of the own ship; 0 while there is none.</summary>
    public uint OwnShipId => receiver.OwnShipId;

    /// <summary>The version that both sides speak.</summary>
    public ProtocolVersion Version => receiver.Version;

    /// <summary>Connects, and returns when the game has accepted the seat. From then on the client keeps the connection by itself.</summary>
    /// <param name="cancellationToken">Gives up, for good.</param>
    /// <exception cref="ArtemisException">The game refuses the seat, or could not be reached for too long.</exception>
    /// <exception cref="InvalidOperationException">This client was connected already.</exception>
    public Task ConnectAsync(CancellationToken cancellationToken = default) => link.ConnectAsync(receiver, cancellationToken);

    /// <summary>Moves the scene on to now. Call it once a frame.</summary>
    public void Advance()
    {
        lock (link.Sync) receiver.Advance();
    }

    /// <summary>Reads world, scene and session while nothing changes them.</summary>
    public T Read<T>(Func<World, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (link.Sync) return read(World);
    }

    /// <summary>
    /// Gives an order. It is carried out if one holds a console that may give it; otherwise <see cref="GameObserver.OnRefused"/> is told.
    /// </summary>
    /// <typeparam name="T">A generated command, such as <c>HelmSetImpulse</c>.</typeparam>
    /// <returns>The order's sequence; 0 if the connection is lost and the order was not sent.</returns>
    public uint Order<T>(in T command)
        where T : struct, ICommand
    {
        lock (link.Sync)
        {
            uint sequence = link.Order(in command, Version);
            if (sequence != 0) receiver.Predictor?.Ordered(sequence, in command, receiver.ArrivalTime(link.Now));
            return sequence;
        }
    }

    /// <summary>Takes a console; gives up those held before unless <paramref name="keep"/> is set.</summary>
    public void SelectConsole(int ship, Protocol.Console console, bool keep = false) =>
        link.Send(new SelectConsole { Ship = checked((byte)ship), Console = console, Keep = keep }.ToFrame());

    /// <summary>Says whether one is ready to start.</summary>
    public void SetReady(bool ready) => link.Send(new SetReady { Ready = ready }.ToFrame());

    /// <summary>Starts the game. The creator's alone.</summary>
    public void StartGame() => link.Send(new StartGame().ToFrame());

    /// <summary>Names a ship. Its captain's alone.</summary>
    public void RenameShip(int ship, string name) => link.Send(new RenameShip { Ship = checked((byte)ship), Name = name }.ToFrame());

    /// <summary>Changes the session in the lobby; what is null stays. The creator's alone.</summary>
    public void ConfigureSession(ConfigureSession change)
    {
        ArgumentNullException.ThrowIfNull(change);
        link.Send(change.ToFrame());
    }

    /// <summary>Sends a player away for good. The creator's alone.</summary>
    public void KickPlayer(Guid playerId) => link.Send(new KickPlayer { PlayerId = playerId }.ToFrame());

    /// <summary>Takes everybody from the results back to the lobby. The creator's alone.</summary>
    public void ReturnToLobby() => link.Send(new ReturnToLobby().ToFrame());

    /// <summary>Says something to all in the session: 1 to 240 bytes of UTF-8.</summary>
    /// <returns>False, and nothing is said, while there is no connection.</returns>
    public bool Chat(string message) => link.Send(new Chat { Message = message }.ToFrame());

    /// <summary>Leaves for good: the seat is free, and the token not valid any more.</summary>
    public void Leave()
    {
        link.Send(new Leave().ToFrame());
        link.End(EndReason.Left, "You have left.");
    }

    /// <summary>Ends the connection without giving up the seat. Do not wait for it in an observer, which it waits for.</summary>
    public ValueTask DisposeAsync() => link.DisposeAsync();
}
