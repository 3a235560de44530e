namespace Artemis.Simulation;

/// <summary>Names of computer-flown ships: no two ships bear the same one at a time, so that a crew can say which it means.</summary>
internal static class NpcNames
{
    /// <summary>A name that is free, by chance; one with a number when all others are borne.</summary>
    public static string Choose(World world)
    {
        var names = world.Tables.NpcNames;
        int round = world.Balance.Names.Count;
        int first = world.Rng.Below(round);
        for (int i = 0; i < names.Length; i++)
        {
            // Each round of numbers begins at the same place.
            string name = names[i / round * round + (first + i) % round];
            if (!IsBorne(world, name)) return name;
        }
        return names[first];
    }

    private static bool IsBorne(World world, string name)
    {
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (npc.Name == name) return true;
        }
        foreach (ref readonly var ship in world.Ships.AsSpan())
        {
            if (ship.Name == name) return true;
        }
        return false;
    }
}
