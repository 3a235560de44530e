using System.Numerics;
using Artemis.Motion;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replication.World;

/// <summary>
/// The simulation's state as the protocol has it. Brought up to date once a tick and quantized once, however many ships look at it.
/// </summary>
internal sealed class ReplicatedWorld
{
    // So much room from the beginning that a game does not have to stop and make more.
    private const int MostShips = ArtemisConstants.MaxShips;
    private const int Few = 32;
    private const int Many = 192;

    /// <summary>Ships flown by crews.</summary>
    public ObjectTable<PlayerShip, PlayerShip.Quantized> Ships { get; } = new(MostShips);

    /// <summary>What their motion step needs besides.</summary>
    public ObjectTable<ShipMotion, ShipMotion.Quantized> Motions { get; } = new(MostShips);

    /// <summary>Their systems.</summary>
    public ObjectTable<ShipSystems, ShipSystems.Quantized> Systems { get; } = new(MostShips);

    /// <summary>Their tubes and stores.</summary>
    public ObjectTable<ShipTubes, ShipTubes.Quantized> Tubes { get; } = new(MostShips);

    /// <summary>Ships flown by the computer.</summary>
    public ObjectTable<NpcShip, NpcShip.Quantized> Npcs { get; } = new(Many);

    /// <summary>Stations.</summary>
    public ObjectTable<Base, Base.Quantized> Bases { get; } = new(Few);

    /// <summary>Ordnance under way.</summary>
    public ObjectTable<Torpedo, Torpedo.Quantized> Torpedoes { get; } = new(Many);

    /// <summary>Mines.</summary>
    public ObjectTable<Mine, Mine.Quantized> Mines { get; } = new(Many);

    /// <summary>Nebulae.</summary>
    public ObjectTable<Nebula, Nebula.Quantized> Nebulae { get; } = new(Many);

    /// <summary>Asteroids.</summary>
    public ObjectTable<Asteroid, Asteroid.Quantized> Asteroids { get; } = new(Many);

    /// <summary>Black holes.</summary>
    public ObjectTable<BlackHole, BlackHole.Quantized> BlackHoles { get; } = new(Few);

    /// <summary>Anomalies.</summary>
    public ObjectTable<Anomaly, Anomaly.Quantized> Anomalies { get; } = new(Few);

    /// <summary>Takes everything over from the simulation.</summary>
    public void Update(GameSimulation simulation)
    {
        var tick = simulation.Tick;
        UpdateMoving(simulation);
        foreach (ref readonly var npc in simulation.Npcs)
        {
            var slot = Npcs.Touch(npc.Id, tick, At(npc.Motion), out var isNew);
            ref var value = ref Npcs.Value(slot);
            if (isNew)
                ObjectMapping.Begin(in npc, ref value);
            ObjectMapping.Map(in npc, ref value);
            value.Quantize(out Npcs.Quantized(slot));
        }

        foreach (ref readonly var station in simulation.Bases)
        {
            var slot = Bases.Touch(station.Id, tick, At(station.X, station.Y, station.Z), out var isNew);
            ref var value = ref Bases.Value(slot);
            if (isNew)
                ObjectMapping.Begin(in station, ref value);
            ObjectMapping.Map(in station, ref value);
            value.Quantize(out Bases.Quantized(slot));
        }

        foreach (ref readonly var mine in simulation.Mines)
        {
            var slot = Mines.Touch(mine.Id, tick, At(mine.X, mine.Y, mine.Z), out _);
            ref var value = ref Mines.Value(slot);
            ObjectMapping.Map(in mine, ref value);
            value.Quantize(out Mines.Quantized(slot));
        }

        UpdateStanding(simulation);
        Npcs.Sweep(tick);
        Bases.Sweep(tick);
        Mines.Sweep(tick);
    }

    /// <summary>Takes over what odd ticks send: crews' ships and torpedoes.</summary>
    public void UpdateMoving(GameSimulation simulation)
    {
        var tick = simulation.Tick;
        foreach (ref readonly var ship in simulation.PlayerShips)
        {
            if (ship.Alive)
                Update(in ship, tick);
        }

        foreach (ref readonly var torpedo in simulation.Torpedoes)
        {
            var slot = Torpedoes.Touch(torpedo.Id, tick, At(torpedo.X, torpedo.Y, torpedo.Z), out _);
            ref var value = ref Torpedoes.Value(slot);
            ObjectMapping.Map(in torpedo, ref value);
            value.Quantize(out Torpedoes.Quantized(slot));
        }

        Ships.Sweep(tick);
        Motions.Sweep(tick);
        Systems.Sweep(tick);
        Tubes.Sweep(tick);
        Torpedoes.Sweep(tick);
    }

    private void Update(in PlayerShipState ship, uint tick)
    {
        var at = At(ship.Motion);
        var slot = Ships.Touch(ship.Id, tick, at, out var isNew);
        ref var value = ref Ships.Value(slot);
        if (isNew)
            ObjectMapping.Begin(in ship, ref value);
        ObjectMapping.Map(in ship, ref value);
        value.Quantize(out Ships.Quantized(slot));

        slot = Motions.Touch(ship.Id, tick, at, out _);
        ObjectMapping.Map(in ship, ref Motions.Value(slot));
        Motions.Value(slot).Quantize(out Motions.Quantized(slot));

        slot = Systems.Touch(ship.Id, tick, at, out _);
        ObjectMapping.Map(in ship, ref Systems.Value(slot));
        Systems.Value(slot).Quantize(out Systems.Quantized(slot));

        slot = Tubes.Touch(ship.Id, tick, at, out _);
        ObjectMapping.Map(in ship, ref Tubes.Value(slot));
        Tubes.Value(slot).Quantize(out Tubes.Quantized(slot));
    }

    // What stands still is mapped when it appears, and only counted afterwards.
    private void UpdateStanding(GameSimulation simulation)
    {
        var tick = simulation.Tick;
        foreach (ref readonly var nebula in simulation.Nebulae)
        {
            var slot = Nebulae.Touch(nebula.Id, tick, At(nebula.X, nebula.Y, nebula.Z), out var isNew);
            if (!isNew)
                continue;
            ObjectMapping.Map(in nebula, ref Nebulae.Value(slot));
            Nebulae.Value(slot).Quantize(out Nebulae.Quantized(slot));
        }

        foreach (ref readonly var asteroid in simulation.Asteroids)
        {
            var slot = Asteroids.Touch(asteroid.Id, tick, At(asteroid.X, asteroid.Y, asteroid.Z), out var isNew);
            if (!isNew)
                continue;
            ObjectMapping.Map(in asteroid, ref Asteroids.Value(slot));
            Asteroids.Value(slot).Quantize(out Asteroids.Quantized(slot));
        }

        foreach (ref readonly var hole in simulation.BlackHoles)
        {
            var slot = BlackHoles.Touch(hole.Id, tick, At(hole.X, hole.Y, hole.Z), out var isNew);
            if (!isNew)
                continue;
            ObjectMapping.Map(in hole, ref BlackHoles.Value(slot));
            BlackHoles.Value(slot).Quantize(out BlackHoles.Quantized(slot));
        }

        foreach (ref readonly var anomaly in simulation.Anomalies)
        {
            var slot = Anomalies.Touch(anomaly.Id, tick, At(anomaly.X, anomaly.Y, anomaly.Z), out var isNew);
            if (!isNew)
                continue;
            ObjectMapping.Map(in anomaly, ref Anomalies.Value(slot));
            Anomalies.Value(slot).Quantize(out Anomalies.Quantized(slot));
        }

        Nebulae.Sweep(tick);
        Asteroids.Sweep(tick);
        BlackHoles.Sweep(tick);
        Anomalies.Sweep(tick);
    }

    private static Vector3 At(in MotionState motion) => At(motion.PosX, motion.PosY, motion.PosZ);

    private static Vector3 At(double x, double y, double z) => new((float)x, (float)y, (float)z);
}
