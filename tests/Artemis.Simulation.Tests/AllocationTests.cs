using Xunit;

namespace Artemis.Simulation.Tests;

public class AllocationTests
{
    [Fact]
    public void A_steady_tick_of_a_fleet_action_allocates_nothing()
    {
        var map = Scenario.Find("fleet-action")!;
        var crews = Enumerable.Range(0, 8).Select(i => new ShipSetup($"Ship {i}", map.Classes[i])).ToArray();
        var game = new GameSimulation(new GameSetup(map, 5, 1, crews));
        for (int tick = 0; tick < 600; tick++) game.Step();
        int steady = 0;
        for (int tick = 0; tick < 1000; tick++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            game.Step();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            // Only a message that somebody wrote just now costs anything.
            if (HasMessage(game)) continue;
            steady++;
            Assert.Equal(0, allocated);
        }
        Assert.True(steady > 900);
        Assert.True(game.Npcs.Length >= 30);
    }

    private static bool HasMessage(GameSimulation game)
    {
        foreach (ref readonly var happened in game.Events)
        {
            if (happened.Kind == GameEventKind.CommsMessage) return true;
        }
        return false;
    }
}
