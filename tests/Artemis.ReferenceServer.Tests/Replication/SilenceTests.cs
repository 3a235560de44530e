using System.Numerics;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>What goes on as it did is not told, but nobody is left with a wrong idea of it.</summary>
public sealed class SilenceTests
{
    private const uint Ticks = 60 * 20;

    // It has enemies far off, and escorts that pass in the middle range.
    private const int Ship = 1;
    private readonly Dictionary<uint, uint> _toldAt = [];
    private int _turns;
    private int _told;

    [Theory]
    [InlineData(Zone.Far, 21_100, 49_900, 8, 100)]
    [InlineData(Zone.Mid, 10_600, 19_900, 2, 40)]
    public void At_its_turn_an_object_is_where_clients_carry_it_or_they_are_told(
        Zone zone, float least, float most, float tolerance, uint mostSilentTicks)
    {
        var game = NewGame();
        var world = new ReplicatedWorld();
        var channel = new ShipChannel(Ship, world);
        var npcs = channel.Tables.OfType<ChannelTable<NpcShipType, NpcShip, NpcShip.Quantized>>().Single();
        while (game.Tick < Ticks)
        {
            game.Step();
            if (!UpdatePhase.IsSending(game.Tick))
                continue;
            world.Update(game);
            ref readonly var own = ref game.PlayerShips[Ship];
            var center = new Vector3((float)own.Motion.PosX, (float)own.Motion.PosY, (float)own.Motion.PosZ);
            channel.Place(new Viewpoint(center, own.Id, _ => true), game.Tick);
            channel.FindChanges(game.Tick, ordered: false);
            Note(channel, world, game.Tick);
            foreach (ref readonly var npc in game.Npcs)
            {
                var at = new Vector3((float)npc.Motion.PosX, (float)npc.Motion.PosY, (float)npc.Motion.PosZ);
                var distance = Vector3.Distance(center, at);
                if (distance > least && distance < most && UpdatePhase.IsDue(zone, game.Tick, npc.Id))
                    Check(npcs, npc.Id, at, game.Tick, tolerance, mostSilentTicks);
            }
        }

        Assert.True(_turns > 100, $"{_turns} turns");
        Assert.True(_told * 2 < _turns, $"{_told} of {_turns} turns were used");
    }

    private void Note(ShipChannel channel, ReplicatedWorld world, uint tick)
    {
        foreach (ref readonly var entry in channel.Changes)
        {
            if (entry.Table.Type == ObjectType.NpcShip)
                _toldAt[world.Npcs.Ids[entry.Slot]] = tick;
        }
    }

    private void Check(
        ChannelTable<NpcShipType, NpcShip, NpcShip.Quantized> npcs, uint id, Vector3 at, uint tick, float tolerance, uint mostSilentTicks)
    {
        Assert.True(npcs.TryGetBaseline(id, out var baseline, out _));
        baseline.Dequantize(out var told);
        var age = tick - _toldAt[id];
        var way = told.Velocity * age / 20;
        var carried = new Vector3(told.PosX, told.PosY, told.PosZ) + new Vector3(way * MathF.Sin(told.Heading), 0, way * MathF.Cos(told.Heading));
        var off = Vector3.Abs(at - carried);
        // A sixteenth is what quantizing may add.
        Assert.True(MathF.Max(off.X, MathF.Max(off.Y, off.Z)) <= tolerance + 0.0625f, $"{id} is {off} off after {age} ticks");
        Assert.True(age < mostSilentTicks || told.Velocity == 0, $"{id} was not told for {age} ticks");
        _turns++;
        _told += age == 0 ? 1 : 0;
    }

    private static GameSimulation NewGame()
    {
        var map = Scenario.Find("spread-drill")!;
        return new GameSimulation(new GameSetup(map, 5, 3, [.. Enumerable.Range(0, 8).Select(i => new ShipSetup($"Ship {i}", map.Classes[i]))]));
    }
}
