using Xunit;

namespace Artemis.Simulation.Tests;

public class ScienceTests
{
    [Fact]
    public void A_contact_is_scanned_twice_and_all_ships_hear_of_it()
    {
        var bridge = new Bridge(ships: 3);
        uint id = bridge.AddNpc(NpcKind.Light, 0, 20_000);
        bridge.Do(OrderKind.ScienceScan, id);
        Assert.Equal(6, bridge.RunUntil(() => bridge.Npc(id).Scan == ScanState.Once), 0.06);
        bridge.Do(OrderKind.ScienceScan, id);
        Assert.Equal(12, bridge.RunUntil(() => bridge.Npc(id).Scan == ScanState.Twice), 0.06);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.ScienceScan, id));
        Assert.Equal(1, bridge.Game.ContactsScanned);
        Assert.All(bridge.Events(GameEventKind.ScanDone), e => Assert.Equal((id, (byte)7), (e.ObjectId, e.Ships)));
        Assert.Equal(2, bridge.Events(GameEventKind.ScanDone).Count());
    }

    [Fact]
    public void Scans_reach_30000_and_need_sensors()
    {
        var bridge = new Bridge();
        uint far = bridge.AddNpc(NpcKind.Light, 0, 30_100);
        Assert.Equal(RefusalReason.OutOfRange, bridge.Order(OrderKind.ScienceScan, far));
        uint near = bridge.AddNpc(NpcKind.Light, 0, 29_000);
        bridge.Ship.Systems[(int)ShipSystem.Sensors].Health = 0;
        Assert.Equal(RefusalReason.NoPower, bridge.Order(OrderKind.ScienceScan, near));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.ScienceScan, bridge.Base.Id));
    }

    [Fact]
    public void A_scan_can_be_given_up_and_ends_when_its_contact_is_gone()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 9000);
        bridge.Do(OrderKind.ScienceScan, id);
        bridge.Run(3);
        bridge.Do(OrderKind.ScienceCancelScan);
        Assert.Equal(0u, bridge.Ship.ScanId);
        bridge.Do(OrderKind.ScienceScan, id);
        Damage.HitNpc(bridge.World, ref bridge.Npc(id), 10_000, 0, 0, 0);
        bridge.Run(0.1);
        Assert.Equal(0u, bridge.Ship.ScanId);
    }
}
