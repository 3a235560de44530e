using Xunit;

namespace Artemis.Simulation.Tests;

/// <summary>Where the computer takes a ship that has no helmsman.</summary>
public sealed class CrewHelmTests
{
    private const double BeamRange = 1000;

    [Fact]
    public void It_makes_for_what_a_person_at_weapons_aims_at_though_another_enemy_is_nearer()
    {
        var bridge = WithoutHelm(ConsoleSet.None);
        uint near = bridge.AddNpc(NpcKind.Light, -2000, 2500);
        uint aim = bridge.AddNpc(NpcKind.Light, 4000, 0);
        bridge.Do(OrderKind.WeaponsSetTarget, aim);
        bridge.RunUntil(() => AwayFrom(bridge, aim) < BeamRange, 120);
        Assert.True(AwayFrom(bridge, near) > BeamRange);
    }

    [Fact]
    public void A_person_at_weapons_can_fire_beams_at_what_they_aim_at()
    {
        var bridge = WithoutHelm(ConsoleSet.None);
        uint aim = bridge.AddNpc(NpcKind.Light, 0, 3000);
        bridge.Do(OrderKind.WeaponsSetAutoBeams, on: false);
        bridge.Do(OrderKind.WeaponsSetTarget, aim);
        bridge.RunUntil(() => bridge.Order(OrderKind.WeaponsFireBeams, aim) is null, 120);
        Assert.True(bridge.Npc(aim).ShieldsFore + bridge.Npc(aim).ShieldsAft < 200);
    }

    [Fact]
    public void It_comes_to_lie_where_beams_reach_and_no_nearer()
    {
        var bridge = WithoutHelm(ConsoleSet.None);
        uint aim = bridge.AddNpc(NpcKind.Light, 0, 3000);
        bridge.Do(OrderKind.WeaponsSetAutoBeams, on: false);
        bridge.Do(OrderKind.WeaponsSetTarget, aim);
        bridge.Run(120);
        Assert.InRange(AwayFrom(bridge, aim), 400, BeamRange);
    }

    [Theory]
    [InlineData(Ordnance.Nuke)]
    [InlineData(Ordnance.Emp)]
    public void It_keeps_clear_of_a_blast_that_lies_in_a_tube(Ordnance ordnance)
    {
        var bridge = WithoutHelm(ConsoleSet.None);
        uint aim = bridge.AddNpc(NpcKind.Light, 0, 4000);
        bridge.Do(OrderKind.WeaponsSetAutoBeams, on: false);
        bridge.Do(OrderKind.WeaponsSetTarget, aim);
        bridge.Do(OrderKind.WeaponsLoadTube, number: 0, other: (int)ordnance);
        bridge.RunUntil(() => bridge.Ship.Tubes[0].Status == TubeStatus.Loaded);
        bridge.Run(120);
        Assert.InRange(AwayFrom(bridge, aim), bridge.Balance.Ordnance.BlastRadius, bridge.Balance.Ordnance.Range);
    }

    [Fact]
    public void A_person_at_the_helm_can_flee_by_warp_with_the_computer_at_engineering()
    {
        var bridge = new Bridge();
        bridge.Ship.Manned = ConsoleSet.Helm;
        bridge.Ship.Assisted = ConsoleSet.Engineering;
        bridge.AddNpc(NpcKind.Light, 0, -800);
        bridge.Run(20);
        bridge.Do(OrderKind.HelmSetWarp, number: 2);
        bridge.Run(10);
        Assert.True(bridge.Ship.Motion.Warp > 0.9);
        Assert.Equal(100, bridge.Ship.Systems[(int)ShipSystem.Warp].OrderedPercent);
    }

    [Fact]
    public void With_the_computer_at_weapons_too_it_keeps_its_distance_while_there_are_torpedoes()
    {
        var bridge = WithoutHelm(ConsoleSet.Weapons);
        uint enemy = bridge.AddNpc(NpcKind.Light, 0, 4000, shields: 10_000);
        bridge.Run(60);
        Assert.True(AwayFrom(bridge, enemy) > 1500);
    }

    [Fact]
    public void It_does_not_follow_an_aim_that_nobody_holds_any_more()
    {
        var bridge = WithoutHelm(ConsoleSet.None);
        uint near = bridge.AddNpc(NpcKind.Light, 0, 2500, shields: 10_000);
        uint aim = bridge.AddNpc(NpcKind.Light, 0, -6000, shields: 10_000);
        bridge.Do(OrderKind.WeaponsSetTarget, aim);
        bridge.Game.SetCrew(0, ConsoleSet.All & ~ConsoleSet.Helm & ~ConsoleSet.Weapons);
        bridge.Run(60);
        Assert.True(AwayFrom(bridge, near) < 3000);
    }

    private static double AwayFrom(Bridge bridge, uint id) => Geometry.Distance(in bridge.Ship.Motion, in bridge.Npc(id).Motion);

    private static Bridge WithoutHelm(ConsoleSet without)
    {
        var bridge = new Bridge();
        bridge.Game.SetCrew(0, ConsoleSet.All & ~ConsoleSet.Helm & ~without);
        return bridge;
    }
}
