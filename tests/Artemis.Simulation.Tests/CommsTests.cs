using Xunit;

namespace Artemis.Simulation.Tests;

public class CommsTests
{
    [Fact]
    public void A_base_answers_a_hail_after_a_moment()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.CommsHail, bridge.Base.Id, number: (int)Hail.Status);
        bridge.Run(1.9);
        Assert.DoesNotContain(bridge.Events(GameEventKind.CommsMessage), e => e.SourceId == bridge.Base.Id);
        bridge.Run(0.2);
        var answer = Assert.Single(bridge.Events(GameEventKind.CommsMessage), e => e.SourceId == bridge.Base.Id);
        Assert.Contains("In store: homing 16, ", answer.Text, StringComparison.Ordinal);
        Assert.Equal((byte)CommsKind.Base, answer.Code);
    }

    [Fact]
    public void An_enemy_is_likelier_to_surrender_the_weaker_its_shields()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 2000, shields: 100);
        Assert.Equal(0, CommsSystem.SurrenderChance(bridge.World, in bridge.Npc(id)));
        bridge.Npc(id).ShieldsFore = 0;
        double half = CommsSystem.SurrenderChance(bridge.World, in bridge.Npc(id));
        bridge.Npc(id).ShieldsAft = 0;
        double none = CommsSystem.SurrenderChance(bridge.World, in bridge.Npc(id));
        Assert.True(half > 0 && none > half);
        Assert.Equal(0.9, none, 1e-9);
    }

    [Fact]
    public void An_enemy_that_surrenders_counts_as_a_kill_and_fights_no_more()
    {
        var bridge = new Bridge();
        int surrendered = 0;
        for (int i = 0; i < 10; i++)
        {
            uint id = bridge.AddNpc(NpcKind.Light, 0, 2000 + i, shields: 100);
            bridge.Npc(id).ShieldsFore = bridge.Npc(id).ShieldsAft = 0;
            bridge.Do(OrderKind.CommsHail, id, number: (int)Hail.Surrender);
            if (!bridge.Npc(id).Surrendered) Assert.Equal(RefusalReason.NotReady, bridge.Order(OrderKind.CommsHail, id, number: (int)Hail.Surrender));
            else surrendered++;
        }
        Assert.InRange(surrendered, 5, 10);
        Assert.Equal(surrendered, bridge.Ship.Statistics.Kills);
    }

    [Fact]
    public void A_taunt_draws_an_enemy_to_the_ship()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 12_000);
        bridge.Do(OrderKind.CommsHail, id, number: (int)Hail.Taunt);
        Assert.Equal(bridge.Ship.Id, bridge.Npc(id).TargetId);
        bridge.Run(30);
        Assert.True(bridge.Npc(id).Motion.PosZ < 11_500);
    }

    [Fact]
    public void An_escort_attacks_the_target_when_asked()
    {
        var bridge = new Bridge();
        uint escort = bridge.AddNpc(NpcKind.Escort, 0, 1000, Faction.Friendly);
        uint enemy = bridge.AddNpc(NpcKind.Light, 0, 20_000);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, escort, number: (int)Hail.Attack));
        bridge.Do(OrderKind.WeaponsSetTarget, enemy);
        bridge.Do(OrderKind.CommsHail, escort, number: (int)Hail.Attack);
        Assert.Equal(enemy, bridge.Npc(escort).TargetId);
    }

    [Fact]
    public void Hails_that_make_no_sense_are_refused()
    {
        var bridge = new Bridge();
        uint enemy = bridge.AddNpc(NpcKind.Light, 0, 2000);
        uint escort = bridge.AddNpc(NpcKind.Escort, 0, 1000, Faction.Friendly);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, enemy, number: (int)Hail.Status));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, escort, number: (int)Hail.Surrender));
        uint freighter = bridge.AddNpc(NpcKind.Freighter, 0, 1200, Faction.Friendly);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, freighter, number: (int)Hail.Retreat));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, bridge.Base.Id, number: (int)Hail.Taunt));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, bridge.Ship.Id, number: (int)Hail.Status));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, enemy, number: 7));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsHail, 0));
    }

    [Fact]
    public void Text_goes_to_the_other_ship_and_back_to_the_sender()
    {
        var bridge = new Bridge(ships: 3);
        bridge.Do(OrderKind.CommsText, bridge.World.Ships[2].Id, text: "Follow us.");
        var message = Assert.Single(bridge.Events(GameEventKind.CommsMessage));
        Assert.Equal(("Follow us.", (byte)0b101, bridge.Ship.Id), (message.Text, message.Ships, message.SourceId));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsText, bridge.World.Ships[2].Id, text: new string('é', 121)));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsText, bridge.World.Ships[2].Id, text: ""));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.CommsText, bridge.Ship.Id, text: "Me."));
    }

    [Fact]
    public void Red_alert_is_told_once_to_the_own_ship()
    {
        var bridge = new Bridge(ships: 2);
        bridge.Do(OrderKind.CommsSetRedAlert, on: true);
        bridge.Do(OrderKind.CommsSetRedAlert, on: true);
        var alert = Assert.Single(bridge.Events(GameEventKind.RedAlert));
        Assert.True(alert.Flag && alert.Ships == 1 && bridge.Ship.RedAlert);
    }

    [Fact]
    public void A_base_under_attack_calls_for_help_but_not_all_the_time()
    {
        var bridge = new Bridge();
        for (int i = 0; i < 10; i++)
        {
            bridge.Prepare();
            Damage.HitBase(bridge.World, ref bridge.Base, 1, 0);
            bridge.Run(1);
        }
        Assert.Single(bridge.Events(GameEventKind.CommsMessage), e => e.Code == (byte)CommsKind.Alert);
    }
}
