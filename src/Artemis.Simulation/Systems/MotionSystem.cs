using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Moves all ships by the motion step.</summary>
internal static class MotionSystem
{
    // A crippled computer-flown ship still limps.
    private const double LeastNpcHealth = 0.2;

    public static void Run(World world)
    {
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            SetAbilities(world, ref ship);
            double x = ship.Motion.PosX;
            double y = ship.Motion.PosY;
            double z = ship.Motion.PosZ;
            MotionStep.Advance(ref ship.Motion, in ship.Helm, world.Limits);
            ship.Statistics.Distance += Geometry.Distance(in ship.Motion, x, y, z);
        }
        foreach (ref var npc in world.Npcs.Items)
        {
            var rules = world.Tables.Npcs[(int)npc.Kind];
            double speed = npc.Faction == Faction.Hostile ? world.Tables.Speed : 1.0;
            npc.Helm.TopSpeed = rules.TopSpeed * speed * Health(in npc, ShipSystem.Impulse);
            npc.Helm.TopTurnRate = rules.TurnDegrees * Geometry.Degree * Health(in npc, ShipSystem.Maneuvering);
            MotionStep.Advance(ref npc.Motion, in npc.Helm, world.Limits);
        }
    }

    /// <summary>What a ship's systems and place allow its helm.</summary>
    public static void SetAbilities(World world, ref PlayerShipState ship)
    {
        var rules = world.Tables.Ships[(int)ship.Class];
        ship.Helm.TopSpeed = rules.TopSpeed * ship.Effect(ShipSystem.Impulse);
        ship.Helm.TopTurnRate = rules.TurnDegrees * Geometry.Degree * ship.Effect(ShipSystem.Maneuvering);
        ship.Helm.WarpEffect = ship.Effect(ShipSystem.Warp);
        ship.Helm.Docked = ship.DockedAt != 0;
        ship.Helm.WarpCeiling = ship.Helm.Docked ? 0.0 : ship.InNebula ? world.Balance.Places.NebulaWarp : 4.0;
    }

    private static double Health(in NpcState npc, ShipSystem system) => Math.Max(npc.Systems[(int)system], LeastNpcHealth);
}
