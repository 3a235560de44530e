namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>Most objects: at the rate of their zones; new ones at once.</summary>
internal readonly record struct ZoneTurn(uint Tick) : ITurn
{
    public bool IsDue(Zone zone, uint id, bool isNew) =>
        isNew ? UpdatePhase.IsSending(Tick) : UpdatePhase.IsDue(zone, Tick, id);
}

/// <summary>Crews' ships: the own one also after an order.</summary>
internal readonly record struct ShipTurn(uint Tick, bool Ordered) : ITurn
{
    public bool IsDue(Zone zone, uint id, bool isNew) =>
        (zone == Zone.Own && Ordered) || new ZoneTurn(Tick).IsDue(zone, id, isNew);
}

/// <summary>A ship's systems: five times a second.</summary>
internal readonly record struct SystemsTurn(uint Tick) : ITurn
{
    public bool IsDue(Zone zone, uint id, bool isNew) =>
        isNew ? UpdatePhase.IsSending(Tick) : UpdatePhase.AreSystemsDue(Tick);
}

/// <summary>Bases: twice a second, wherever they are.</summary>
internal readonly record struct BaseTurn(uint Tick) : ITurn
{
    public bool IsDue(Zone zone, uint id, bool isNew) =>
        isNew ? UpdatePhase.IsSending(Tick) : UpdatePhase.IsDueTwiceASecond(Tick, id);
}

/// <summary>Torpedoes: the closest in every tick.</summary>
internal readonly record struct TorpedoTurn(uint Tick) : ITurn
{
    public bool IsDue(Zone zone, uint id, bool isNew) =>
        zone == Zone.Own || new ZoneTurn(Tick).IsDue(zone, id, isNew);
}
