using Artemis.Client;

namespace Artemis.Load.Players;

/// <summary>A number that stands for all that a client knows. Good for comparisons within a process.</summary>
internal static class WorldHash
{
    public static long Of(World world) => unchecked(
        Of(world.PlayerShips, 1) + Of(world.ShipMotions, 2) + Of(world.ShipSystems, 3) + Of(world.ShipTubes, 4)
        + Of(world.NpcShips, 5) + Of(world.Bases, 6) + Of(world.Torpedoes, 7) + Of(world.Mines, 8) + Of(world.Nebulae, 9)
        + Of(world.Asteroids, 10) + Of(world.BlackHoles, 11) + Of(world.Anomalies, 12));

    // A sum, so that the order in which objects came does not matter.
    private static long Of<T>(ObjectTable<T> table, int kind)
        where T : struct
    {
        long sum = 0;
        foreach (var (id, value) in table)
            sum = unchecked(sum + (HashCode.Combine(kind, id, value) * 0x9E3779B97F4A7C1L));
        return sum;
    }
}
