namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>
/// Which tick sends what. Even ticks always send; odd ones send torpedoes, events and the own ship after an order. Slower
/// tiers are spread over ticks by the objects' ids, so that no tick carries them all.
/// </summary>
public static class UpdatePhase
{
    /// <summary>Whether the tick sends whatever happens.</summary>
    public static bool IsSending(uint tick) => (tick & 1) == 0;

    /// <summary>Whether an object's turn has come.</summary>
    /// <param name="zone">Its zone.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="id">Its id.</param>
    public static bool IsDue(Zone zone, uint tick, uint id) => IsSending(tick) && zone switch
    {
        Zone.Own or Zone.Near => true,
        Zone.Mid => IsDueTwiceASecond(tick, id),
        Zone.Far => ((tick >> 1) + id) % 10 == 0,
        _ => false,
    };

    /// <summary>Bases and mid-range objects.</summary>
    public static bool IsDueTwiceASecond(uint tick, uint id) => IsSending(tick) && ((tick >> 1) + id) % 5 == 0;

    /// <summary>A ship's systems, five times a second.</summary>
    public static bool AreSystemsDue(uint tick) => (tick & 3) == 0;
}
