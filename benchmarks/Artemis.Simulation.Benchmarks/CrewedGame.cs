using System.Diagnostics;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Game.Play;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Transport;

namespace Artemis.Simulation.Benchmarks;

/// <summary>
/// A game with 48 consoles at which somebody looks on: what the server does in a tick, from orders to sockets, which lead nowhere.
/// The ships are worked by the computer.
/// </summary>
internal sealed class CrewedGame : IGamePlay, ISessionObserver, IAsyncDisposable
{
    public const int Ships = 8;
    public const int Players = Ships * Artemis.ReferenceServer.Game.Session.ConsoleSet.ConsolesPerShip;

    private readonly ServerOptions _options = new();
    private readonly GameClock _clock = new(TimeProvider.System);
    private readonly FramePool _frames = new();
    private readonly Inbox<GameInput> _inbox = new();
    private readonly GameSession _session;
    private readonly RunningGame _game;
    private readonly SilentSocket[] _sockets = new SilentSocket[Players];
    private readonly WebSocketConnection[] _lines = new WebSocketConnection[Players];
    private readonly PlayerConnection[] _connections = new PlayerConnection[Players];
    private readonly Task[] _running = new Task[Players];
    private readonly long[] _phases = new long[GameSimulation.PhaseCount];
    private long _simulation;

    public CrewedGame(Scenario scenario, byte difficulty, ulong seed)
    {
        var crews = Enumerable.Range(0, Ships).Select(i => new ShipSetup($"Ship {i}", scenario.Classes[i])).ToArray();
        Simulation = new GameSimulation(new GameSetup(scenario, difficulty, seed, crews));
        var setup = new SessionSetup(Guid.NewGuid(), "Benchmark", scenario.Id, difficulty, Ships, Guid.NewGuid());
        _session = new GameSession(setup, _options.Session, _ => true, _ => false, this, _clock.Now);
        for (int place = 0; place < Players; place++) Seat(place);
        _game = new RunningGame(this, _session, _connections, _clock, _frames, _options, speed: 1);
    }

    public GameSimulation Simulation { get; }

    public bool IsOver => Simulation.Outcome != GameOutcome.None;

    /// <summary>How long the phases of the last tick took.</summary>
    public ref readonly TickTimes LastTick => ref _game.LastTick;

    /// <summary>How long the simulation's own phases took in the last tick, in stopwatch ticks.</summary>
    public ReadOnlySpan<long> LastPhases => _phases;

    /// <summary>How long the simulation's part of the last tick took, in stopwatch ticks.</summary>
    public long LastSimulation => _simulation;

    /// <summary>Bytes that were sent to all players.</summary>
    public long BytesSent => _sockets.Sum(socket => socket.Bytes);

    /// <summary>One tick.</summary>
    public void Tick() => _game.Tick(_clock.Now);

    /// <summary>Waits until all that was handed to the sockets is sent, as between the ticks of a game that is no benchmark.</summary>
    public void Settle()
    {
        var wait = default(SpinWait);
        foreach (var connection in _connections)
        {
            while (connection.StateFramesInFlight > 0) wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    void IGamePlay.SetCrew(int ship, ConsoleSet manned)
    {
        // The players only look on.
    }

    Artemis.Protocol.RefusalReason? IGamePlay.Apply(int ship, ConsoleSet consoles, in Order order) => null;

    void IGamePlay.Step(Span<long> elapsed)
    {
        long begin = Stopwatch.GetTimestamp();
        Simulation.Step(elapsed);
        _simulation = Stopwatch.GetTimestamp() - begin;
        elapsed.CopyTo(_phases);
    }

    public void Dispose()
    {
        // The game has nothing to give back.
    }

    public async ValueTask DisposeAsync()
    {
        _game.End();
        foreach (var connection in _connections) connection.Close(CloseCode.Normal, "The benchmark is over.");
        await Task.WhenAll(_running);
        foreach (var line in _lines) line.Dispose();
    }

    private void Seat(int place)
    {
        var id = Guid.NewGuid();
        _session.Reserve(id, $"Player {place}", _clock.Now, out _);
        _session.Roster.TryFind(id, out var player);
        _session.Enter(id, player!.Token.Reveal(), _clock.Now, out _, out _);
        var (ship, console) = Math.DivRem(place, Artemis.ReferenceServer.Game.Session.ConsoleSet.ConsolesPerShip);
        _session.SelectConsole(player, (byte)ship, (Artemis.Protocol.Console)console, keep: false, _clock.Now);
        _sockets[place] = new SilentSocket();
        var line = _lines[place] = new WebSocketConnection(_sockets[place], _options.Transport);
        var connection = _connections[place] = new PlayerConnection(line, _options.Transport, _frames, _clock, _inbox);
        connection.Enter(player, sessionId: null, Versions.Server, _clock.Now);
        _running[place] = connection.RunAsync(TimeProvider.System);
    }

    void ISessionObserver.PlayerJoined(Player player) { }

    void ISessionObserver.PlayerLeft(Player player, Artemis.Protocol.LeaveReason reason) { }

    void ISessionObserver.PlayerMoved(Player player) { }

    void ISessionObserver.PlayerReadyChanged(Player player) { }

    void ISessionObserver.ShipRenamed(byte ship, string name) { }

    void ISessionObserver.ShipsChanged() { }

    void ISessionObserver.Configured() { }

    void ISessionObserver.StateChanged(Artemis.Protocol.GameState state) { }

    void ISessionObserver.Closing(string reason) { }
}
