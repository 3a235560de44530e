using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Damage-control teams.</summary>
internal static class RepairSystem
{
    public static void Run(World world)
    {
        var rules = world.Balance.Damage;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            for (int t = 0; t < TeamArray.Count; t++)
            {
                ref var team = ref ship.Teams[t];
                if (team.Autonomous && ship.Systems[(int)team.System].Health >= 1.0) FindWork(ref ship, ref team);
                if (team.Progress < 1.0)
                {
                    team.Progress = Math.Min(1.0, team.Progress + MotionStep.TickSeconds / rules.TeamTravelSeconds);
                    team.Idle = false;
                    continue;
                }
                ref var system = ref ship.Systems[(int)team.System];
                team.Idle = system.Health >= 1.0;
                system.Health = Math.Min(1.0, system.Health + rules.RepairPerSecond * MotionStep.TickSeconds);
            }
        }
    }

    /// <summary>Sets a team on its way. Sent where it already is, it stays there.</summary>
    public static void Send(ref TeamState team, ShipSystem system)
    {
        if (team.System == system) return;
        team.System = system;
        team.Progress = 0.0;
        team.Idle = false;
    }

    // The worst system that no other team works on; if all damaged ones have a team, the worst of all.
    private static void FindWork(ref PlayerShipState ship, ref TeamState team)
    {
        int best = -1;
        double worst = 1.0;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            double health = ship.Systems[i].Health;
            if (health >= 1.0) continue;
            for (int t = 0; t < TeamArray.Count; t++)
            {
                if (ship.Teams[t].System == (ShipSystem)i) health = (health + 1.0) * 0.5;
            }
            if (health >= worst) continue;
            worst = health;
            best = i;
        }
        if (best >= 0) Send(ref team, (ShipSystem)best);
    }
}
