using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Tests.Replication;

public sealed class ScanTests
{
    [Fact]
    public void What_science_has_not_found_out_is_not_told()
    {
        var map = Scenario.Find("fleet-action")!;
        var crews = Enumerable.Range(0, 8).Select(i => new ShipSetup($"Ship {i}", map.Classes[i])).ToArray();
        var game = new GameSimulation(new GameSetup(map, 5, 3, crews));
        var objects = new ReplicatedWorld();
        var seen = new int[3];
        var drones = 0;
        for (var tick = 0; tick < 2400; tick++)
        {
            game.Step();
            if (tick % 40 != 0)
                continue;
            objects.Update(game);
            foreach (ref readonly var npc in game.Npcs)
            {
                var told = objects.Npcs.Value(objects.Npcs.Ids.IndexOf(npc.Id));
                Check(in npc, in told);
                seen[(int)npc.Scan]++;
                drones += npc.Kind == Artemis.Simulation.NpcKind.Drone ? 1 : 0;
            }
        }

        Assert.All(seen, count => Assert.True(count > 0));
        Assert.True(drones > 0);
    }

    [Fact]
    public void A_scans_result_is_told_at_every_distance()
    {
        const uint FoundOut = NpcShip.Fields.Kind | NpcShip.Fields.ScanState
            | NpcShip.Fields.WeakFrequency | NpcShip.Fields.StrongFrequency | NpcShip.Fields.Systems;
        Assert.Equal(FoundOut, NpcShip.Views.Mid & FoundOut);
        Assert.Equal(FoundOut, NpcShip.Views.Far & FoundOut);
    }

    [Fact]
    public void The_crew_sees_how_far_a_scan_is()
    {
        var map = Scenario.Find("border-patrol")!;
        var game = new GameSimulation(new GameSetup(map, 1, 1, [new ShipSetup("Ship", map.Classes[0], Artemis.Simulation.ConsoleSet.All)]));
        var objects = new ReplicatedWorld();
        var freighter = game.Npcs[0].Id;
        Assert.True(game.TryApply(
            0, Artemis.Simulation.ConsoleSet.Science, new Order { Kind = OrderKind.ScienceScan, ObjectId = freighter }, out _));
        // The second scan takes twelve seconds.
        for (var tick = 0; tick < 120; tick++)
            game.Step();
        objects.Update(game);
        Assert.Equal(freighter, objects.Systems.Value(0).ScanId);
        Assert.Equal(0.5f, objects.Systems.Value(0).ScanProgress, 0.01f);
    }

    private static void Check(in NpcState npc, in NpcShip told)
    {
        var isKnown = npc.Scan != Artemis.Simulation.ScanState.None;
        var isDrone = npc.Kind == Artemis.Simulation.NpcKind.Drone;
        Assert.Equal(isKnown || isDrone ? (Artemis.Protocol.NpcKind)npc.Kind : Artemis.Protocol.NpcKind.Unknown, told.Kind);
        Assert.Equal(isKnown ? (float)npc.ShieldsFore : 0, told.ShieldsFore);
        Assert.Equal(isKnown ? (float)npc.ShieldsAft : 0, told.ShieldsAft);
        Assert.Equal(isKnown, told.Hull > 0);
        var isOpen = npc.Scan == Artemis.Simulation.ScanState.Twice;
        Assert.Equal(isOpen ? (KnownFrequency)(npc.WeakFrequency + 1) : default, told.WeakFrequency);
        Assert.Equal(isOpen ? (KnownFrequency)(npc.StrongFrequency + 1) : default, told.StrongFrequency);
        Assert.Equal(isOpen ? (float)npc.Systems[0] : 0, told.Systems.Beams);
    }
}
