using Artemis.Motion;
using Xunit;

namespace Artemis.Simulation.Tests;

/// <summary>Rules that belong to no console: the sector, the enemies' numbers, difficulty, and what is counted for the results.</summary>
public class RuleTests
{
    [Fact]
    public void A_tick_is_50_ms()
    {
        var bridge = new Bridge();
        uint tick = bridge.Game.Tick;
        double seconds = bridge.Game.Seconds;
        bridge.Run(1);
        Assert.Equal(20u, bridge.Game.Tick - tick);
        Assert.Equal(seconds + 1, bridge.Game.Seconds, 1e-9);
    }

    [Fact]
    public void A_ship_begins_with_1000_energy_and_its_systems_at_100_percent()
    {
        var map = Scenario.Find("siege")!;
        var game = new GameSimulation(new GameSetup(map, 1, 1, [new ShipSetup("One", ShipClass.Scout)]));
        Assert.Equal(1000, game.PlayerShips[0].Energy);
        foreach (ref readonly var system in game.PlayerShips[0].Systems)
            Assert.Equal((100, 1.0, 0, 1.0, 0.0), (system.OrderedPercent, system.Power, system.OrderedCoolant, system.Health, system.Heat));
    }

    [Fact]
    public void Nobody_leaves_the_sector()
    {
        var bridge = new Bridge();
        bridge.Ship.Motion.PosZ = 99_990;
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.Run(10);
        Assert.Equal(100_000, bridge.Ship.Motion.PosZ);
        Assert.True(double.IsFinite(bridge.Ship.Motion.PosX));
    }

    [Fact]
    public void The_five_classes_have_their_beams()
    {
        var beams = Enum.GetValues<ShipClass>().ToDictionary(c => c, c => Balance.Default.Ships[c].Beams);
        Assert.Equal([2, 2, 4, 1, 1], beams.Values.Select(b => b.BearingsDegrees.Count));
        Assert.Equal([12.0, 12, 12, 8, 20], beams.Values.Select(b => b.Damage));
        Assert.Equal([1000.0, 1000, 1000, 1000, 2000], beams.Values.Select(b => b.Range));
        Assert.All(beams.Values, b => Assert.Equal((6.0, 145.0), (b.CycleSeconds, b.ArcDegrees)));
    }

    [Fact]
    public void The_eight_systems_draw_3_1_1_2_4_5_5_5() =>
        Assert.Equal([3.0, 1, 1, 2, 4, 5, 5, 5], Balance.Default.Systems.Select(s => s.Draw));

    [Fact]
    public void Difficulty_drains_energy_by_its_table()
    {
        Assert.Equal([0.6, 0.9, 1.3, 1.7, 2.1, 2.6, 3.2, 3.8, 4.4, 5.1, 5.9], Balance.Default.Difficulty.EnergyDrain);
        Assert.Equal((5, 20), (Balance.Default.Difficulty.EnemiesPerWave[0], Balance.Default.Difficulty.EnemiesPerWave[10]));
        Assert.Equal(Balance.Default.Difficulty.EnemiesPerWave.Order(), Balance.Default.Difficulty.EnemiesPerWave);
    }

    [Fact]
    public void Enemies_are_of_four_kinds_with_hulls_of_about_70()
    {
        var kinds = new[] { NpcKind.Light, NpcKind.Heavy, NpcKind.Elite, NpcKind.Fighter };
        Assert.Equal([70.0, 90, 70, 20], kinds.Select(k => Balance.Default.Npcs[k].Hull));
        var drone = Balance.Default.Npcs[NpcKind.Drone];
        Assert.Equal((30.0, 5000.0), (drone.Damage, drone.Range));
    }

    [Fact]
    public void Every_elite_has_one_of_three_specials_and_no_other_kind_has_any()
    {
        var bridge = new Bridge();
        var seen = new HashSet<EliteSpecial>();
        for (int i = 0; i < 60; i++) seen.Add(bridge.Npc(bridge.AddNpc(NpcKind.Elite, 40_000, i * 100)).Special);
        Assert.Equal([EliteSpecial.Cloak, EliteSpecial.Jump, EliteSpecial.ShieldDrain], seen.Order());
        Assert.Equal(EliteSpecial.None, bridge.Npc(bridge.AddNpc(NpcKind.Heavy, 0, 40_000)).Special);
    }

    [Fact]
    public void An_enemy_attacks_from_the_flank()
    {
        var bridge = new Bridge();
        bridge.Ship.ShieldsFore = bridge.Ship.ShieldsAft = 1e6;
        uint id = bridge.AddNpc(NpcKind.Light, 0, 3000, passive: false);
        double sine = 0;
        bridge.RunUntil(() =>
        {
            ref readonly var npc = ref bridge.Npc(id);
            double distance = Geometry.Distance(in bridge.Ship.Motion, in npc.Motion);
            sine = Math.Abs(npc.Motion.PosX - bridge.Ship.Motion.PosX) / Math.Max(distance, 1);
            return distance < 1000;
        });
        // It was dead ahead, and comes in from well off the bow.
        Assert.True(sine > 0.35, $"{sine}");
    }

    [Fact]
    public void A_base_has_400_to_800_shields()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var game = new GameSimulation(new GameSetup(Scenario.Find("siege")!, 5, seed, [new ShipSetup("One", ShipClass.Scout)]));
            foreach (ref readonly var station in game.Bases) Assert.InRange(station.Shields, 400, 800);
        }
    }

    [Fact]
    public void Distance_and_energy_are_counted_for_the_results()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.Run(30);
        double way = bridge.Ship.Motion.PosZ;
        Assert.True(way > 1000);
        Assert.Equal(way, bridge.Ship.Statistics.Distance, 1e-6);
        Assert.Equal(26 * 0.08 * 1.3 * 30, bridge.Ship.Statistics.EnergyUsed, 26 * 0.08 * 1.3 * 0.1);
    }

    [Fact]
    public void The_fleet_action_is_8_ships_50_others_and_150_objects_at_most_200()
    {
        var map = Scenario.Find("fleet-action")!;
        var crews = Enumerable.Range(0, 8).Select(i => new ShipSetup($"Ship {i}", map.Classes[i])).ToArray();
        var game = new GameSimulation(new GameSetup(map, 5, 1, crews));
        int objects = 8 + game.Npcs.Length + game.Bases.Length + game.Nebulae.Length + game.Asteroids.Length
            + game.BlackHoles.Length + game.Anomalies.Length;
        Assert.Equal(50, game.Npcs.Length);
        Assert.InRange(objects, 140, 160);
    }

    [Fact]
    public void Border_Patrol_is_lost_with_the_second_freighter()
    {
        var map = Scenario.Find("border-patrol")!;
        var game = new GameSimulation(new GameSetup(map, 1, 1, [new ShipSetup("One", ShipClass.Scout, ConsoleSet.All)]));
        for (int lost = 0; lost < 2; lost++)
        {
            Assert.Equal(GameOutcome.None, game.Outcome);
            foreach (ref var npc in game.World.Npcs.Items)
            {
                if (npc.Kind != NpcKind.Freighter || npc.Gone) continue;
                Damage.Destroy(game.World, ref npc, 0);
                break;
            }
            for (int tick = 0; tick < 20; tick++) game.Step();
        }
        Assert.Equal(GameOutcome.Defeat, game.Outcome);
        Assert.Equal(map.Defeat.Text, game.OutcomeText);
    }

    [Fact]
    public void Time_that_is_up_ends_a_game()
    {
        var bridge = new Bridge();
        bridge.World.Tick = (uint)(bridge.Game.Setup.Scenario.Defeat.TimeLimitSeconds / MotionStep.TickSeconds) - 10;
        bridge.Run(1);
        Assert.Equal(GameOutcome.Defeat, bridge.Game.Outcome);
        Assert.Equal("Time is up. Lost.", bridge.Game.OutcomeText);
    }

    [Fact]
    public void Time_that_is_up_is_told_in_the_scenarios_own_words()
    {
        var game = new GameSimulation(new GameSetup(Scenario.Find("siege")!, 1, 1, [new ShipSetup("A", ShipClass.Scout)]));
        game.World.Tick = (uint)(game.Setup.Scenario.Defeat.TimeLimitSeconds / MotionStep.TickSeconds) - 10;
        for (int tick = 0; tick < 20; tick++) game.Step();
        Assert.Equal("Time is up. The siege is not broken.", game.OutcomeText);
    }

    [Fact]
    public void A_game_ends_when_too_few_contacts_are_left_to_scan()
    {
        var map = Scenario.Read("scans.json", """
            {
              "id": "scans", "name": "Scans", "description": "", "briefing": "",
              "start": { "x": 0, "z": 0, "spacing": 300, "headingDegrees": 0 },
              "classes": ["scout", "scout", "scout", "scout", "scout", "scout", "scout", "scout"],
              "bases": [{ "name": "DS 1", "faction": "friendly", "x": 0, "z": -20000 }],
              "fields": [],
              "fleets": [{ "atSeconds": 5, "count": 3, "mix": { "light": 1 }, "x": 0, "z": 30000, "goalX": 0, "goalZ": 30000, "objective": "guard" }],
              "victory": { "contactsScanned": 3, "text": "Won." },
              "defeat": { "timeLimitSeconds": 600, "text": "Lost." }
            }
            """u8.ToArray());
        var game = new GameSimulation(new GameSetup(map, 1, 1, [new ShipSetup("A", ShipClass.Scout, ConsoleSet.All)]));
        for (int tick = 0; tick < 200; tick++) game.Step();
        Assert.Equal((3, GameOutcome.None), (game.Npcs.Length, game.Outcome));
        game.World.Npcs[0].Scan = ScanState.Twice;
        game.World.ContactsScanned = 1;
        for (int tick = 0; tick < 40; tick++) game.Step();
        Assert.Equal(GameOutcome.None, game.Outcome);
        Damage.HitNpc(game.World, ref game.World.Npcs[1], 1000, 0, 0, 0);
        for (int tick = 0; tick < 40; tick++) game.Step();
        Assert.Equal((GameOutcome.Defeat, "Too few contacts are left to scan."), (game.Outcome, game.OutcomeText));
    }

    [Fact]
    public void A_game_begins_without_a_false_alarm()
    {
        var crews = Enumerable.Range(0, 4).Select(i => new ShipSetup($"Ship {i}", ShipClass.LightCruiser) { Assisted = ConsoleSet.All }).ToArray();
        var game = new GameSimulation(new GameSetup(Scenario.Find("siege")!, 1, 1, crews));
        for (int tick = 0; tick < 100; tick++)
        {
            game.Step();
            Assert.DoesNotContain(game.Events.ToArray(), e => e.Kind == GameEventKind.RedAlert);
            Assert.All(game.PlayerShips.ToArray(), ship => Assert.False(ship.ShieldsUp || ship.View == MainScreenView.Tactical));
        }
    }
}
