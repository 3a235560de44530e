using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Shields gain strength by themselves, up or down.</summary>
internal static class ShieldSystem
{
    public static void Run(World world)
    {
        var rules = world.Balance.Shields;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            var full = world.Tables.Ships[(int)ship.Class];
            double gain = rules.RechargePerSecond * MotionStep.TickSeconds * (ship.DockedAt != 0 ? rules.DockedFactor : 1.0);
            ship.ShieldsFore = Math.Min(full.ShieldsFore, ship.ShieldsFore + gain * ship.Effect(ShipSystem.ForeShields));
            ship.ShieldsAft = Math.Min(full.ShieldsAft, ship.ShieldsAft + gain * ship.Effect(ShipSystem.AftShields));
        }
        double npcGain = rules.NpcRechargePerSecond * MotionStep.TickSeconds;
        foreach (ref var npc in world.Npcs.Items)
        {
            npc.ShieldsFore = Math.Min(npc.ShieldsFull, npc.ShieldsFore + npcGain * npc.Systems[(int)ShipSystem.ForeShields]);
            npc.ShieldsAft = Math.Min(npc.ShieldsFull, npc.ShieldsAft + npcGain * npc.Systems[(int)ShipSystem.AftShields]);
        }
        double baseGain = rules.BaseRechargePerSecond * MotionStep.TickSeconds;
        foreach (ref var station in world.Bases.Items)
        {
            if (!station.Gone) station.Shields = Math.Min(station.ShieldsFull, station.Shields + baseGain);
        }
    }
}
