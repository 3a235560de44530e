namespace Artemis.Simulation;

/// <summary>Decides when the game is won or lost.</summary>
internal static class VictorySystem
{
    private const int TicksPerSecond = 20;

    public static void Run(World world)
    {
        if (world.Outcome != GameOutcome.None || world.Tick % TicksPerSecond != 0) return;
        var defeat = world.Scenario.Defeat;
        if (!AnyShipAlive(world)) End(world, GameOutcome.Defeat, "All ships are lost.");
        else if (defeat.BasesLost > 0 && world.BasesLost >= defeat.BasesLost) End(world, GameOutcome.Defeat, defeat.Text);
        else if (defeat.FreightersLost > 0 && world.FreightersLost >= defeat.FreightersLost) End(world, GameOutcome.Defeat, defeat.Text);
        else if (IsWon(world, world.Scenario.Victory)) End(world, GameOutcome.Victory, world.Scenario.Victory.Text);
        else if (world.Seconds >= defeat.TimeLimitSeconds)
        {
            if (defeat.TimeUpWins) End(world, GameOutcome.Victory, world.Scenario.Victory.Text);
            else End(world, GameOutcome.Defeat, "Time is up. " + (defeat.TimeUpText ?? defeat.Text));
        }
        else if (!EnoughToScan(world, world.Scenario.Victory.ContactsScanned)) End(world, GameOutcome.Defeat, "Too few contacts are left to scan.");
    }

    private static bool IsWon(World world, VictorySpec victory)
    {
        if (victory.EnemiesDestroyed && (FleetSystem.AnyToCome(world) || FleetSystem.CountHostiles(world) > 0)) return false;
        if (victory.EnemyBasesDestroyed)
        {
            foreach (ref readonly var station in world.Bases.Items)
            {
                if (station.Faction == Faction.Hostile && !station.Gone) return false;
            }
        }
        return world.FreightersArrived >= victory.FreightersArrived && world.ContactsScanned >= victory.ContactsScanned;
    }

    // Whether so many contacts can still be scanned, with those that have been.
    private static bool EnoughToScan(World world, int wanted)
    {
        int count = world.ContactsScanned;
        if (count >= wanted || FleetSystem.AnyToCome(world)) return true;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (!npc.Gone && npc.Scan != ScanState.Twice && npc.Kind != NpcKind.Drone) count++;
        }
        return count >= wanted;
    }

    private static bool AnyShipAlive(World world)
    {
        foreach (ref readonly var ship in world.Ships.AsSpan())
        {
            if (ship.Alive) return true;
        }
        return false;
    }

    private static void End(World world, GameOutcome outcome, string text)
    {
        world.Outcome = outcome;
        world.OutcomeText = text;
        world.Events.Add(new GameEvent
        {
            Kind = outcome == GameOutcome.Victory ? GameEventKind.Victory : GameEventKind.Defeat,
            Ships = world.AllShips,
            Text = text,
        });
    }
}
