using Xunit;

namespace Artemis.Simulation.Tests;

public class EnemyTests
{
    [Theory]
    [InlineData(NpcKind.Light, 40, 120, 30)]
    [InlineData(NpcKind.Heavy, 350, 600, 25)]
    [InlineData(NpcKind.Elite, 250, 350, 80)]
    public void Each_kind_has_shields_in_its_range_and_its_speed(NpcKind kind, double least, double most, double speed)
    {
        var bridge = new Bridge();
        for (int i = 0; i < 50; i++)
        {
            uint id = FleetSystem.Add(bridge.World, kind, Faction.Hostile, 1, 0, 30_000, Objective.Guard);
            Assert.InRange(bridge.Npc(id).ShieldsFull, least, most);
            Assert.NotEqual(bridge.Npc(id).WeakFrequency, bridge.Npc(id).StrongFrequency);
        }
        bridge.Run(0.05);
        Assert.Equal(speed * bridge.World.Tables.Speed, bridge.Game.Npcs[0].Helm.TopSpeed, 1e-9);
    }

    [Fact]
    public void No_two_ships_bear_the_same_name_however_many_there_are()
    {
        var bridge = new Bridge();
        for (int i = 0; i < 100; i++) FleetSystem.Add(bridge.World, NpcKind.Light, Faction.Hostile, 1, 0, 30_000, Objective.Guard);
        var names = bridge.Game.Npcs.ToArray().Select(npc => npc.Name).ToList();
        Assert.Equal(100, names.Count);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void No_enemy_bears_the_name_of_a_crews_ship()
    {
        var bridge = new Bridge();
        bridge.Ship.Name = bridge.Balance.Names[0];
        for (int i = 0; i < bridge.Balance.Names.Count; i++)
            FleetSystem.Add(bridge.World, NpcKind.Light, Faction.Hostile, 1, 0, 30_000, Objective.Guard);
        Assert.DoesNotContain(bridge.Game.Npcs.ToArray(), npc => npc.Name == bridge.Ship.Name);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(6, 12)]
    [InlineData(11, 20)]
    public void A_wave_is_of_5_enemies_rising_to_20(int difficulty, int count)
    {
        var map = Scenario.Find("siege")!;
        var game = new GameSimulation(new GameSetup(map, difficulty, 1, [new ShipSetup("A", ShipClass.Scout)]));
        while (game.Npcs.Length == 0) game.Step();
        Assert.Equal(count, game.Npcs.Length);
        Assert.Equal(20, game.Seconds, 0.01);
    }

    [Fact]
    public void Damage_and_speed_scale_with_difficulty_and_beams_reach_further_at_11()
    {
        var easy = new Bridge(difficulty: 1).World.Tables;
        var hard = new Bridge(difficulty: 10).World.Tables;
        var hopeless = new Bridge(difficulty: 11).World.Tables;
        Assert.True(easy.Damage < hard.Damage && hard.Damage < hopeless.Damage);
        Assert.True(easy.Speed < hard.Speed && hard.Speed < hopeless.Speed);
        Assert.Equal((1.0, 1.0, 1.5), (easy.BeamRange, hard.BeamRange, hopeless.BeamRange));
    }

    [Fact]
    public void An_enemy_comes_near_and_shoots()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 3000, passive: false);
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.RunUntil(() => bridge.Ship.ShieldsFore < 80);
        var shot = bridge.Events(GameEventKind.Beam).First();
        Assert.Equal((id, bridge.Ship.Id, 6.0 * 1.1), (shot.SourceId, shot.ObjectId, shot.Amount));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Those_who_fall_upon_one_target_do_not_end_in_one_place(bool aBase)
    {
        var bridge = new Bridge();
        double x = aBase ? bridge.Base.X : bridge.Ship.Motion.PosX;
        double z = aBase ? bridge.Base.Z : bridge.Ship.Motion.PosZ;
        // Out of one direction, so that nothing but their own choice keeps them apart.
        var ids = Enumerable.Range(0, 12).Select(i => bridge.AddNpc(NpcKind.Light, x, z + 4000 + i * 30, passive: false)).ToArray();
        foreach (uint id in ids) bridge.Npc(id).Mind.Objective = aBase ? Objective.Bases : Objective.Ships;
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        for (int second = 0; second < 240; second++)
        {
            // Nobody is lost meanwhile.
            bridge.Ship.ShieldsFore = bridge.Ship.ShieldsAft = bridge.Base.Shields = 1e6;
            bridge.Run(1);
        }

        var places = ids.Select(id => bridge.Npc(id).Motion).ToArray();
        Assert.All(places, at => Assert.InRange(Geometry.Distance(in at, x, 0, z), 50, 900));
        int close = 0;
        for (int i = 0; i < places.Length; i++)
            for (int j = 0; j < i; j++)
                if (Geometry.Distance(in places[i], in places[j]) < 25) close++;
        // Of 66 pairs.
        Assert.InRange(close, 0, 3);
    }

    [Fact]
    public void An_enemy_with_failing_shields_draws_off_and_comes_back()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 1500, passive: false);
        bridge.Run(5);
        bridge.Npc(id).ShieldsFore = bridge.Npc(id).ShieldsAft = 5;
        bridge.Run(2);
        Assert.Equal(NpcMode.BreakOff, bridge.Npc(id).Mind.Mode);
        bridge.RunUntil(() => bridge.Npc(id).Mind.Mode == NpcMode.Attack, 40);
    }

    [Fact]
    public void A_heavy_launches_drones_that_do_30_damage_and_can_be_shot()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.AddNpc(NpcKind.Heavy, 0, 4000, passive: false);
        bridge.RunUntil(() => bridge.Game.Npcs.Length == 2);
        var drone = bridge.Game.Npcs[1];
        Assert.Equal(NpcKind.Drone, drone.Kind);
        bridge.RunUntil(() => bridge.Ship.ShieldsFore < 60);
        // By the difficulty a tenth more.
        Assert.Equal(80 - 33, bridge.Ship.ShieldsFore, 1);
    }

    [Fact]
    public void A_drone_can_be_shot()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        uint id = bridge.AddNpc(NpcKind.Drone, 0, 3000, shields: 0);
        bridge.Npc(id).TargetId = bridge.Ship.Id;
        bridge.Npc(id).Mind.LifeLeft = 30;
        bridge.Do(OrderKind.WeaponsSetTarget, id);
        bridge.RunUntil(() => bridge.Game.Npcs.Length == 0, 30);
        Assert.Equal(80, bridge.Ship.ShieldsFore);
    }

    [Fact]
    public void A_drone_falls_dead_after_5000_units()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Drone, 0, 30_000, shields: 0);
        bridge.Npc(id).TargetId = bridge.Ship.Id;
        bridge.Npc(id).Mind.LifeLeft = 5000.0 / 150.0;
        bridge.Run(33);
        Assert.Single(bridge.Game.Npcs.ToArray());
        Assert.True(bridge.Game.Npcs[0].Motion.PosZ > 25_000);
        bridge.Run(1);
        Assert.Empty(bridge.Game.Npcs.ToArray());
    }

    [Fact]
    public void A_cloaked_elite_is_seen_within_2000_only_and_shows_itself_to_shoot()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Elite, 0, 4500, shields: 300, passive: false);
        bridge.Npc(id).Special = EliteSpecial.Cloak;
        bridge.Run(1);
        Assert.True(bridge.Npc(id).Cloaked);
        Assert.False(bridge.Game.CanSee(0, id));
        bridge.RunUntil(() => bridge.Game.CanSee(0, id));
        Assert.InRange(Geometry.Distance(in bridge.Ship.Motion, in bridge.Npc(id).Motion), 1980, 2000);
        bridge.RunUntil(() => !bridge.Npc(id).Cloaked);
        bridge.RunUntil(() => bridge.Events(GameEventKind.Beam).Any());
    }

    [Fact]
    public void A_jumping_elite_appears_close_to_its_target()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Elite, 0, 4500, shields: 300, passive: false);
        bridge.Npc(id).Special = EliteSpecial.Jump;
        bridge.Run(1.1);
        Assert.InRange(bridge.Npc(id).Motion.PosZ, 1000, 1600);
    }

    [Fact]
    public void A_draining_elite_takes_strength_from_shields_that_are_up()
    {
        var bridge = new Bridge(ShipClass.Dreadnought);
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        uint id = bridge.AddNpc(NpcKind.Elite, 0, -900, shields: 300, passive: false);
        bridge.Npc(id).Special = EliteSpecial.ShieldDrain;
        bridge.Run(0.6);
        bridge.Npc(id).Mind.BeamWait = 1e9;
        double before = bridge.Ship.ShieldsFore;
        bridge.Run(5);
        Assert.Equal(before - 5 * (1.5 - 0.3), bridge.Ship.ShieldsFore, 0.5);
    }

    [Fact]
    public void A_freighter_that_reaches_its_goal_has_arrived_and_one_that_is_shot_is_lost()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Freighter, 0, 2000, Faction.Friendly);
        bridge.Npc(id).Mind.GoalZ = 3000;
        bridge.RunUntil(() => bridge.Game.FreightersArrived == 1);
        Assert.Empty(bridge.Game.Npcs.ToArray());
        Assert.Equal(0, bridge.Game.FreightersLost);
        uint other = bridge.AddNpc(NpcKind.Freighter, 0, 2000, Faction.Friendly);
        Damage.HitNpc(bridge.World, ref bridge.Npc(other), 1000, 0, 0, 0);
        bridge.Run(0.1);
        Assert.Equal(1, bridge.Game.FreightersLost);
    }

    [Theory]
    [InlineData(Objective.Guard)]
    [InlineData(Objective.Patrol)]
    public void Who_guards_or_patrols_falls_upon_a_freighter_that_passes_but_leaves_bases_alone(Objective objective)
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, -21_000, passive: false);
        bridge.Npc(id).Mind.Objective = objective;
        bridge.Run(1);
        Assert.Equal(0u, bridge.Npc(id).TargetId);
        uint freighter = bridge.AddNpc(NpcKind.Freighter, 0, -24_000, Faction.Friendly);
        bridge.Npc(freighter).Mind.GoalZ = -90_000;
        bridge.Run(1);
        Assert.Equal(freighter, bridge.Npc(id).TargetId);
    }

    [Fact]
    public void A_destroyed_enemy_counts_for_who_did_it()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 500, shields: 10);
        bridge.Prepare();
        Damage.HitNpc(bridge.World, ref bridge.Npc(id), 500, 0, 0, bridge.Ship.Id);
        bridge.Run(0.05);
        Assert.Equal(1, bridge.Ship.Statistics.Kills);
        Assert.Equal(80, bridge.Ship.Statistics.DamageDealt);
        Assert.Equal([id], bridge.Game.Destroyed);
        Assert.Contains(bridge.Events(GameEventKind.Explosion), e => e.ObjectId == id);
        Assert.Equal(EntityKind.None, bridge.Game.Find(id, out _));
    }
}
