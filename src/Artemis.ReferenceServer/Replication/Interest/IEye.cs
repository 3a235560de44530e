using System.Numerics;

namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>Says in which zone something is.</summary>
internal interface IEye
{
    /// <summary>The zone of an object.</summary>
    /// <param name="current">Its zone until now.</param>
    /// <param name="id">Which object.</param>
    /// <param name="position">Where it is.</param>
    Zone Place(Zone current, uint id, Vector3 position);
}
