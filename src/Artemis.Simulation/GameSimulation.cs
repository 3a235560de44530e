using System.Diagnostics;

namespace Artemis.Simulation;

/// <summary>
/// A game. Pure and deterministic: the same setup and the same calls of <see cref="TryApply"/> and <see cref="SetCrew"/>
/// between the same steps give the same state, bit for bit, on every machine. Not safe for several threads.
/// </summary>
public sealed class GameSimulation
{
    /// <summary>How many phases a step has.</summary>
    public const int PhaseCount = (int)GamePhase.Victory + 1;

    private readonly World _world;
    private bool _stepped;

    /// <summary>Lays out a game.</summary>
    /// <param name="setup">What it is made from.</param>
    /// <exception cref="ArgumentException">Not 1 to 8 ships, or a difficulty outside 1 to 11.</exception>
    public GameSimulation(GameSetup setup) => _world = WorldBuilder.Build(setup);

    /// <summary>What the game was made from.</summary>
    public GameSetup Setup => _world.Setup;

    /// <summary>Steps so far, 20 a second.</summary>
    public uint Tick => _world.Tick;

    /// <summary>Seconds of game so far.</summary>
    public double Seconds => _world.Seconds;

    /// <summary>Whether it is won or lost. A game that is over goes on moving, but takes no orders.</summary>
    public GameOutcome Outcome => _world.Outcome;

    /// <summary>Words about the outcome; empty until there is one.</summary>
    public string OutcomeText => _world.OutcomeText;

    /// <summary>The crews' bases that were destroyed.</summary>
    public int BasesLost => _world.BasesLost;

    /// <summary>Freighters that were destroyed.</summary>
    public int FreightersLost => _world.FreightersLost;

    /// <summary>Freighters that reached their goal.</summary>
    public int FreightersArrived => _world.FreightersArrived;

    /// <summary>Contacts that were scanned twice.</summary>
    public int ContactsScanned => _world.ContactsScanned;

    /// <summary>
    /// Messages that were composed so far, delivered or still under way. A step that composes none allocates nothing.
    /// </summary>
    public long TextsComposed => _world.TextsComposed;

    /// <summary>Crews' ships by index, lost ones too.</summary>
    public ReadOnlySpan<PlayerShipState> PlayerShips => _world.Ships;

    /// <summary>Ships that the computer flies.</summary>
    public ReadOnlySpan<NpcState> Npcs => _world.Npcs.Items;

    /// <summary>Bases.</summary>
    public ReadOnlySpan<BaseState> Bases => _world.Bases.Items;

    /// <summary>Torpedoes under way.</summary>
    public ReadOnlySpan<TorpedoState> Torpedoes => _world.Torpedoes.Items;

    /// <summary>Mines.</summary>
    public ReadOnlySpan<MineState> Mines => _world.Mines.Items;

    /// <summary>Nebulae; they never change.</summary>
    public ReadOnlySpan<NebulaState> Nebulae => _world.Nebulae.Items;

    /// <summary>Asteroids; they only vanish.</summary>
    public ReadOnlySpan<AsteroidState> Asteroids => _world.Asteroids.Items;

    /// <summary>Black holes; they never change.</summary>
    public ReadOnlySpan<BlackHoleState> BlackHoles => _world.BlackHoles.Items;

    /// <summary>Anomalies; they only vanish.</summary>
    public ReadOnlySpan<AnomalyState> Anomalies => _world.Anomalies.Items;

    /// <summary>
    /// What happened in the last step and in the orders before it. Valid until the next order or step; after
    /// construction it holds the briefing.
    /// </summary>
    public ReadOnlySpan<GameEvent> Events => _world.Events.Events;

    /// <summary>Ids of what was taken out of the world in the last step. Crews' ships are not among them.</summary>
    public IReadOnlyList<uint> Destroyed => _world.Destroyed;

    internal World World => _world;

    /// <summary>Carries out an order of a crew, or says why not. A refused order changes nothing.</summary>
    /// <param name="ship">Index of the crew's ship.</param>
    /// <param name="consoles">Consoles that the sender holds.</param>
    /// <param name="order">The order; any values are allowed.</param>
    /// <param name="reason">Why it was refused; of no meaning if it was not.</param>
    /// <returns>Whether it was carried out.</returns>
    public bool TryApply(int ship, ConsoleSet consoles, in Order order, out RefusalReason reason)
    {
        BeginEvents();
        var refusal = OrderDesk.Apply(_world, ship, consoles, in order);
        reason = refusal ?? default;
        if (refusal is null && order.Kind == OrderKind.MainScreenSetView) _world.Ships[ship].Mind.ViewIsChosen = true;
        return refusal is null;
    }

    /// <summary>Says which consoles of a ship people work; the computer works the others.</summary>
    /// <param name="ship">Index of the ship.</param>
    /// <param name="manned">The consoles.</param>
    public void SetCrew(int ship, ConsoleSet manned) => _world.Ships[ship].Manned = manned & ConsoleSet.All;

    /// <summary>Moves the game on by one tick of 50 ms.</summary>
    public void Step()
    {
        BeginStep();
        for (var phase = GamePhase.Crew; phase <= GamePhase.Victory; phase++) Run(phase);
    }

    /// <summary>Moves the game on by one tick and measures its phases.</summary>
    /// <param name="elapsed">Gets the time of each <see cref="GamePhase"/> added, in <see cref="Stopwatch"/> ticks; <see cref="PhaseCount"/> long.</param>
    public void Step(Span<long> elapsed)
    {
        BeginStep();
        for (var phase = GamePhase.Crew; phase <= GamePhase.Victory; phase++)
        {
            long begin = Stopwatch.GetTimestamp();
            Run(phase);
            elapsed[(int)phase] += Stopwatch.GetTimestamp() - begin;
        }
    }

    /// <summary>A number that stands for the whole state: equal states have equal numbers.</summary>
    /// <returns>64 bits.</returns>
    public ulong Hash() => WorldHash.Of(_world);

    /// <summary>Whether a ship sees something: not beyond 50,000 units, nor hidden by a cloak or a nebula.</summary>
    /// <param name="ship">Index of the crew's ship.</param>
    /// <param name="id">What.</param>
    /// <returns>False also for what is not there.</returns>
    public bool CanSee(int ship, uint id) => Sight.CanSee(_world, in _world.Ships[ship], id);

    /// <summary>What an id names.</summary>
    /// <param name="id">The id.</param>
    /// <param name="slot">Its place in the list of its kind.</param>
    /// <returns>The kind, or none.</returns>
    public EntityKind Find(uint id, out int slot) => _world.Index.Find(id, out slot);

    private void BeginStep()
    {
        BeginEvents();
        _stepped = true;
        _world.Destroyed.Clear();
        _world.Tick++;
    }

    // Orders raise events as steps do; those of a step stay until the first order after it.
    private void BeginEvents()
    {
        if (!_stepped) return;
        _stepped = false;
        _world.Events.Clear();
    }

    private void Run(GamePhase phase)
    {
        switch (phase)
        {
            case GamePhase.Crew: CrewSystem.Run(_world); break;
            case GamePhase.Npcs: NpcSystem.Run(_world); break;
            case GamePhase.Motion: MotionSystem.Run(_world); break;
            case GamePhase.Hazards: HazardSystem.Run(_world); break;
            case GamePhase.Power: PowerSystem.Run(_world); break;
            case GamePhase.Repair: RepairSystem.Run(_world); break;
            case GamePhase.Shields: ShieldSystem.Run(_world); break;
            case GamePhase.Beams: BeamSystem.Run(_world); break;
            case GamePhase.Tubes: TubeSystem.Run(_world); break;
            case GamePhase.Torpedoes: TorpedoSystem.Run(_world); break;
            case GamePhase.Drones: DroneSystem.Run(_world); break;
            case GamePhase.Mines: MineSystem.Run(_world); break;
            case GamePhase.Docking: DockingSystem.Run(_world); break;
            case GamePhase.Scans: ScanSystem.Run(_world); break;
            case GamePhase.Comms: CommsSystem.Run(_world); break;
            case GamePhase.Fleets: FleetSystem.Run(_world); break;
            case GamePhase.Sweep: _world.Sweep(); break;
            default: VictorySystem.Run(_world); break;
        }
    }
}
