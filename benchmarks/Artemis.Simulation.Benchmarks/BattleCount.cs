namespace Artemis.Simulation.Benchmarks;

/// <summary>
/// Counts whether it is a battle: for each living ship at least 30 movers within near range, itself not counted, and 3 torpedoes
/// in flight, in every tick.
/// </summary>
internal sealed class BattleCount
{
    public const int NearMoversWanted = 30;
    public const double TorpedoesWanted = 3;
    private const double NearRange = 10_000;

    private long _ticks;
    private long _objects;
    private double _torpedoes;

    /// <summary>Fewest movers near a ship, in any tick.</summary>
    public int LeastNearMovers { get; private set; } = int.MaxValue;

    /// <summary>Fewest torpedoes in flight for each ship, in any tick.</summary>
    public double LeastTorpedoesPerShip { get; private set; } = double.MaxValue;

    /// <summary>Torpedoes in flight for each ship on average.</summary>
    public double TorpedoesPerShip => _torpedoes / _ticks;

    /// <summary>Objects in the world on average.</summary>
    public double Objects => (double)_objects / _ticks;

    public bool IsBattle => LeastNearMovers >= NearMoversWanted && LeastTorpedoesPerShip >= TorpedoesWanted;

    public void Add(GameSimulation game)
    {
        int ships = 0;
        foreach (ref readonly var ship in game.PlayerShips)
        {
            if (!ship.Alive) continue;
            ships++;
            LeastNearMovers = Math.Min(LeastNearMovers, MoversNear(game, in ship));
        }
        if (ships == 0) return;
        double torpedoes = (double)game.Torpedoes.Length / ships;
        LeastTorpedoesPerShip = Math.Min(LeastTorpedoesPerShip, torpedoes);
        _torpedoes += torpedoes;
        _objects += ships + game.Npcs.Length + game.Bases.Length + game.Torpedoes.Length + game.Mines.Length
            + game.Nebulae.Length + game.Asteroids.Length + game.BlackHoles.Length + game.Anomalies.Length;
        _ticks++;
    }

    // Other crews' ships and those that the computer flies; torpedoes are counted by themselves.
    private static int MoversNear(GameSimulation game, in PlayerShipState ship)
    {
        int near = 0;
        foreach (ref readonly var other in game.PlayerShips)
        {
            if (other.Alive && other.Id != ship.Id && IsNear(in ship, other.Motion.PosX, other.Motion.PosY, other.Motion.PosZ)) near++;
        }
        foreach (ref readonly var npc in game.Npcs)
        {
            if (IsNear(in ship, npc.Motion.PosX, npc.Motion.PosY, npc.Motion.PosZ)) near++;
        }
        return near;
    }

    private static bool IsNear(in PlayerShipState ship, double x, double y, double z)
    {
        double dx = x - ship.Motion.PosX;
        double dy = y - ship.Motion.PosY;
        double dz = z - ship.Motion.PosZ;
        return dx * dx + dy * dy + dz * dz < NearRange * NearRange;
    }
}
