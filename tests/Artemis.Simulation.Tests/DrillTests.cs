using Xunit;

namespace Artemis.Simulation.Tests;

public class DrillTests
{
    private const double NearRange = 10_000;
    private const double SightRange = 50_000;

    [Fact]
    public void Drills_are_found_by_id_but_not_offered()
    {
        Assert.Equal(["battle-drill", "spread-drill"], Scenario.Drills.Select(s => s.Id));
        Assert.All(Scenario.Drills, s => Assert.Same(s, Scenario.Find(s.Id)));
        Assert.DoesNotContain(Scenario.All, s => s.Drill is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(11)]
    public void A_battle_drill_is_a_battle_throughout_whoever_holds_the_consoles(int difficulty)
    {
        var game = NewGame("battle-drill", difficulty, ConsoleSet.All);
        for (int tick = 0; tick < 1200; tick++) game.Step();
        for (int tick = 0; tick < 2400; tick++)
        {
            game.Step();
            Assert.True(game.Torpedoes.Length >= 3 * game.PlayerShips.Length, $"{game.Torpedoes.Length} torpedoes at tick {game.Tick}");
            foreach (ref readonly var ship in game.PlayerShips)
            {
                Assert.True(ship.Alive);
                Assert.True(CountNpcs(game, in ship, NearRange) >= 30);
            }
        }
        Assert.Equal(GameOutcome.None, game.Outcome);
    }

    [Fact]
    public void A_spread_drill_keeps_fleets_apart_and_in_motion()
    {
        var game = NewGame("spread-drill", 5, ConsoleSet.None);
        for (int tick = 0; tick < 6000; tick++)
        {
            game.Step();
            if (tick % 20 != 0) continue;
            foreach (ref readonly var ship in game.PlayerShips)
            {
                Assert.Equal(0, CountNpcs(game, in ship, NearRange));
                Assert.True(CountNpcs(game, in ship, SightRange) >= 14);
                foreach (ref readonly var other in game.PlayerShips)
                    Assert.True(other.Id == ship.Id || Geometry.Distance(in ship.Motion, in other.Motion) > NearRange);
            }
            int moving = 0;
            foreach (ref readonly var npc in game.Npcs)
            {
                if (npc.Motion.Velocity > 1) moving++;
            }
            Assert.True(tick < 1200 || moving >= 40, $"{moving} move at tick {game.Tick}");
        }
    }

    [Fact]
    public void A_patrol_flies_to_its_goal_and_back()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 30_000, 0, passive: false);
        ref var npc = ref bridge.Npc(id);
        npc.Mind.Objective = Objective.Patrol;
        (npc.Mind.GoalX, npc.Mind.GoalZ) = (30_000, 4_000);
        (npc.Mind.BackX, npc.Mind.BackZ) = (30_000, 0);
        bridge.RunUntil(() => bridge.Npc(id).Motion.PosZ > 3_000);
        bridge.RunUntil(() => bridge.Npc(id).Motion.PosZ < 1_000);
        bridge.RunUntil(() => bridge.Npc(id).Motion.PosZ > 3_000);
    }

    private static GameSimulation NewGame(string scenario, int difficulty, ConsoleSet manned)
    {
        var map = Scenario.Find(scenario)!;
        var crews = Enumerable.Range(0, 8).Select(i => new ShipSetup($"Ship {i}", map.Classes[i], manned)).ToArray();
        return new GameSimulation(new GameSetup(map, difficulty, 1, crews));
    }

    private static int CountNpcs(GameSimulation game, in PlayerShipState ship, double range)
    {
        int count = 0;
        foreach (ref readonly var npc in game.Npcs)
        {
            if (Geometry.Distance(in ship.Motion, in npc.Motion) < range) count++;
        }
        return count;
    }
}
