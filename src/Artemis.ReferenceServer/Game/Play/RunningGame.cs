using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game.Commands;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.Profile;
using Artemis.ReferenceServer.Replication.World;
using Artemis.ReferenceServer.Transport;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>
/// A game that runs: twenty times a second it carries out the crews' orders, moves the simulation on, and sends each ship's
/// stream. A steady tick allocates nothing.
/// </summary>
internal sealed partial class RunningGame
{
    private const int TickRate = 20;

    // After a longer stall the game goes on where it was; making up for more would stall it further.
    private const int MaxBacklog = 5;

    // Who works which console is looked at anew this often, because absence is noticed by time alone.
    private const int CrewTicks = 10;

    // Frames under way at once for each ship: what its consoles say and are told, and updates of which two may wait for each.
    private const int SmallFramesPerShip = 16;
    private const int MediumFramesPerShip = 4;

    private readonly IGamePlay _play;
    private readonly GameSession _session;
    private readonly PlayerConnection?[] _connections;
    private readonly FramePool _frames;
    private readonly int _embeddedSnapshotBytes;
    private readonly TickTimer _timer = new();
    private readonly GameSimulation _simulation;
    private readonly ReplicatedWorld _world = new();
    private readonly ShipStream[] _ships;
    private readonly int _tickRate;
    private TickSchedule _schedule;
    private TimeSpan _epoch;
    private long _skippedTicks;
    private long _lateTicks;
    private bool _seatsChanged = true;
    private long _texts;
    private long _textsReceived;

    /// <summary>Lays out a game and begins its clock.</summary>
    /// <param name="play">Where its ticks come from; it is disposed of at the end.</param>
    /// <param name="session">The session, for who sits where.</param>
    /// <param name="connections">Players' connections, by slot.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="frames">Buffers.</param>
    /// <param name="options">Settings.</param>
    /// <param name="speed">How fast it goes; 1 is twenty ticks a second.</param>
    public RunningGame(
        IGamePlay play,
        GameSession session,
        PlayerConnection?[] connections,
        GameClock clock,
        FramePool frames,
        ServerOptions options,
        double speed)
    {
        _play = play;
        _simulation = play.Simulation;
        _session = session;
        _connections = connections;
        _frames = frames;
        _embeddedSnapshotBytes = options.Transport.EmbeddedSnapshotBytes;
        _world.Update(_simulation);
        var means = Means.All & ~options.DoWithout;
        _ships = [.. Enumerable.Range(0, _simulation.PlayerShips.Length).Select(index => new ShipStream(index, _simulation, _world, means))];
        _frames.Fill(SmallFramesPerShip * _ships.Length, MediumFramesPerShip * _ships.Length);
        _tickRate = Math.Max(1, (int)Math.Round(TickRate * speed));
        Commands = new CommandQueue();
        Begin(clock);
    }

    /// <summary>Commands that wait for the next tick.</summary>
    public CommandQueue Commands { get; }

    /// <summary>Where the bytes of updates go; null if nobody wants to know.</summary>
    public ReplicationProfile? Profile { get; init; }

    /// <summary>When ticks are due.</summary>
    public ref TickSchedule Schedule => ref _schedule;

    /// <summary>Whether it has not begun, and waits for somebody to see it.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>When the last tick was due, on the game's own clock.</summary>
    public TimeSpan LastTickTime => TimeOfTicks(_simulation.Tick);

    /// <summary>How long the last tick took.</summary>
    public ref readonly TickTimes LastTick => ref _timer.Last;

    /// <summary>Whether the game is won or lost, or its recording at its end.</summary>
    public bool IsOver => _play.IsOver;

    /// <summary>Time since the game began.</summary>
    public TimeSpan TimeOf(TimeSpan now) => now - _epoch;

    /// <summary>A ship's id in the world.</summary>
    public uint ShipIdOf(int ship) => ship < _simulation.PlayerShips.Length ? _simulation.PlayerShips[ship].Id : 0;

    /// <summary>Whether a ship was destroyed.</summary>
    public bool IsLost(int ship) => ship < _simulation.PlayerShips.Length && !_simulation.PlayerShips[ship].Alive;

    /// <summary>Begins the game's clock.</summary>
    public void Begin(GameClock clock)
    {
        _schedule = new TickSchedule(clock.Stamp, clock.Frequency, _tickRate, MaxBacklog);
        _epoch = clock.Now;
        IsWaiting = false;
    }

    /// <summary>Ends it, and the recording of it.</summary>
    public void End() => _play.Dispose();

    /// <summary>Somebody sits elsewhere, came or went.</summary>
    public void SeatsChanged() => _seatsChanged = true;

    /// <summary>Tells a ship's crew, with the next tick, that a command was refused.</summary>
    public void Refuse(int ship, in CommandRefused refused) => _ships[ship].Refusals.Add(refused);

    /// <summary>One tick.</summary>
    public void Tick(TimeSpan now)
    {
        // A stall that was skipped did not happen for the game; its clock goes on where it was.
        _epoch += TimeOfTicks(_schedule.SkippedCount - _skippedTicks);
        ServerMetrics.TicksSkipped.Add(_schedule.SkippedCount - _skippedTicks);
        ServerMetrics.TicksLate.Add(_schedule.LateCount - _lateTicks);
        (_skippedTicks, _lateTicks) = (_schedule.SkippedCount, _schedule.LateCount);

        _timer.Begin(_schedule.LatenessMs);
        UpdateCrews(now);
        RunCommands();
        _timer.Lap(TickPhase.Orders);
        _play.Step(_timer.Simulation);
        _timer.LapSimulation();
        if (UpdatePhase.IsSending(_simulation.Tick))
            _world.Update(_simulation);
        else
            _world.UpdateMoving(_simulation);
        _timer.Lap(TickPhase.StateDelta);
        foreach (var ship in _ships)
            Send(ship, now);
        _timer.End(_simulation.Tick, isSteady: _texts == TextsWritten);
        _texts = TextsWritten;
    }

    private long TextsWritten => _simulation.TextsComposed + _textsReceived;

    private TimeSpan TimeOfTicks(long ticks) => TimeSpan.FromTicks(ticks * TimeSpan.TicksPerSecond / _tickRate);

    private void UpdateCrews(TimeSpan now)
    {
        if (!_seatsChanged && _simulation.Tick % CrewTicks != 0)
            return;
        _seatsChanged = false;
        for (byte ship = 0; ship < _ships.Length; ship++)
        {
            var manned = Simulation.ConsoleSet.None;
            for (var console = 0; console < Session.ConsoleSet.ConsolesPerShip; console++)
            {
                if (_session.WorkerOf(ship, (Console)console, now) is not null)
                    manned |= (Simulation.ConsoleSet)(1 << console);
            }

            _play.SetCrew(ship, manned);
        }
    }

    private void RunCommands()
    {
        foreach (ref readonly var command in Commands.Sort())
        {
            // Seats may have changed since the command came.
            if (_connections[command.Slot] is not { Player: { } player } connection || player.Ship != command.Ship)
                continue;
            var stream = _ships[command.Ship];
            var refusal = OrderDecoder.Decode(command.Subtype, Commands.BodyOf(in command), out var order);
            if (refusal is null)
            {
                _textsReceived += order.Text is null ? 0 : 1;
                refusal = _play.Apply(command.Ship, (Simulation.ConsoleSet)player.Consoles.Bits, in order);
                stream.Ordered |= refusal is null;
            }

            if (command.Subtype >> 8 == HelmCommands && player.Consoles.Contains(Console.Helm))
                stream.NoteHelm(connection, command.Sequence);
            if (refusal is { } why)
            {
                ServerMetrics.CommandsRefused.Add(1);
                stream.Refusals.Add(new CommandRefused
                {
                    Subtype = command.Subtype,
                    Sequence = command.Sequence,
                    Slot = command.Slot,
                    Reason = why,
                });
            }
        }

        Commands.Clear();
    }

    private const uint HelmCommands = HelmSetImpulse.CommandId >> 8;
}
