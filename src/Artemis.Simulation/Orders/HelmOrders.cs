using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Orders of the helm.</summary>
internal static class HelmOrders
{
    public static RefusalReason? Apply(World world, ref PlayerShipState ship, in Order order)
    {
        switch (order.Kind)
        {
            case OrderKind.HelmSetImpulse:
                if (!OrderDesk.InRange(order.Value, 0.0, 1.0)) return RefusalReason.BadValue;
                ship.Helm.Impulse = order.Value;
                return null;
            case OrderKind.HelmSetRudder:
                if (!OrderDesk.InRange(order.Value, -1.0, 1.0)) return RefusalReason.BadValue;
                ship.Helm.Rudder = order.Value;
                ship.Helm.Steering = SteeringMode.Rudder;
                return null;
            case OrderKind.HelmSetCourse:
                if (!OrderDesk.InRange(order.Value, 0.0, ExactMath.TwoPi)) return RefusalReason.BadValue;
                ship.Helm.Course = ExactMath.WrapCircle(order.Value);
                ship.Helm.Steering = SteeringMode.Course;
                return null;
            case OrderKind.HelmSetWarp:
                return SetWarp(ref ship, order.Number);
            case OrderKind.HelmSetReverse:
                ship.Helm.Reverse = order.On;
                return null;
            case OrderKind.HelmSetClimb:
                if (!OrderDesk.InRange(order.Value, -1.0, 1.0)) return RefusalReason.BadValue;
                ship.Helm.Climb = order.Value;
                return null;
            case OrderKind.HelmDock:
                return Dock(world, ref ship, order.ObjectId);
            default:
                if (ship.DockedAt == 0) return RefusalReason.NotDocked;
                DockingSystem.CastOff(world, ref ship);
                return null;
        }
    }

    private static RefusalReason? SetWarp(ref PlayerShipState ship, int factor)
    {
        if (factor is < 0 or > 4) return RefusalReason.BadValue;
        if (factor > 0)
        {
            if (ship.DockedAt != 0) return RefusalReason.Docked;
            if (ship.Energy <= 0.0 || ship.Effect(ShipSystem.Warp) <= 0.0) return RefusalReason.NoPower;
        }
        ship.Helm.WarpFactor = factor;
        return null;
    }

    private static RefusalReason? Dock(World world, ref PlayerShipState ship, uint baseId)
    {
        if (world.Index.Find(baseId, out int slot) != EntityKind.Base) return RefusalReason.BadValue;
        ref var station = ref world.Bases[slot];
        if (station.Gone || station.Faction != Faction.Friendly) return RefusalReason.BadValue;
        if (ship.DockedAt == baseId) return null;
        if (ship.DockedAt != 0) return RefusalReason.Docked;
        // The computer at weapons lowers the shields for that, a person is left to do it.
        if (ship.ShieldsUp && !CrewSystem.Works(world, in ship, ConsoleSet.Weapons)) return RefusalReason.ShieldsUp;
        var rules = world.Balance.Bases;
        if (Geometry.Distance(in ship.Motion, station.X, station.Y, station.Z) > rules.DockRange) return RefusalReason.OutOfRange;
        if (Math.Abs(ship.Motion.Velocity) >= rules.DockSpeed) return RefusalReason.TooFast;
        ship.ShieldsUp = false;
        DockingSystem.MakeFast(world, ref ship, baseId);
        return null;
    }
}
