using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>Hears what happens to the world, in the order in which it came.</summary>
public interface IWorldObserver
{
    /// <summary>All is forgotten; a snapshot follows.</summary>
    void Cleared();

    /// <summary>An object came, or some of its fields changed.</summary>
    void Changed(ObjectType type, uint id);

    /// <summary>An object is gone.</summary>
    void Removed(uint id, RemovalReason reason);
}
