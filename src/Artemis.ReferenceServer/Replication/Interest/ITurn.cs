namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>Says whose turn it is.</summary>
internal interface ITurn
{
    /// <summary>Whether an object is sent now, if it has changed.</summary>
    /// <param name="zone">Its zone.</param>
    /// <param name="id">Which object.</param>
    /// <param name="isNew">Whether clients do not know it yet.</param>
    bool IsDue(Zone zone, uint id, bool isNew);
}
