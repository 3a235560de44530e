using System.Numerics;

namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>From where a ship looks at the world.</summary>
/// <param name="Center">Where it is, in units.</param>
/// <param name="OwnId">Its own id.</param>
/// <param name="CanSee">Whether neither a cloak nor a nebula hides an object from it.</param>
internal readonly record struct Viewpoint(Vector3 Center, uint OwnId, Func<uint, bool> CanSee);
