using System.Numerics;

namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>Sees what stands about, by its distance alone.</summary>
internal readonly record struct PlainEye(Vector3 Center) : IEye
{
    public Zone Place(Zone current, uint id, Vector3 position) =>
        Zones.Next(current, Vector3.DistanceSquared(Center, position));
}

/// <summary>Sees ships, if neither a cloak nor a nebula hides them.</summary>
internal readonly record struct ShipEye(Viewpoint From) : IEye
{
    public Zone Place(Zone current, uint id, Vector3 position)
    {
        if (id == From.OwnId)
            return Zone.Own;
        var zone = Zones.Next(current, Vector3.DistanceSquared(From.Center, position));
        return zone == Zone.Out || From.CanSee(id) ? zone : Zone.Out;
    }
}

/// <summary>Sees what belongs to the own ship, and nothing of others.</summary>
internal readonly record struct OwnEye(uint OwnId) : IEye
{
    public Zone Place(Zone current, uint id, Vector3 position) => id == OwnId ? Zone.Own : Zone.Out;
}

/// <summary>Every ship knows every base.</summary>
internal readonly record struct BaseEye : IEye
{
    public Zone Place(Zone current, uint id, Vector3 position) => Zone.Mid;
}

/// <summary>Sees torpedoes; the closest count as <see cref="Zone.Own"/>.</summary>
internal readonly record struct TorpedoEye(Vector3 Center) : IEye
{
    public Zone Place(Zone current, uint id, Vector3 position)
    {
        var distanceSquared = Vector3.DistanceSquared(Center, position);
        const float Inner = Zones.TorpedoRadius;
        const float Outer = Zones.TorpedoRadius * (1 + Zones.Hysteresis);
        return distanceSquared < (current == Zone.Own ? Outer * Outer : Inner * Inner)
            ? Zone.Own
            : Zones.Next(current, distanceSquared);
    }
}
