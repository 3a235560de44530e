namespace Artemis.Simulation;

/// <summary>What kind of thing happened; numbered as the protocol's events.</summary>
public enum GameEventKind : byte
{
    /// <summary>Something blew up: position, <see cref="GameEvent.Amount"/> radius, <see cref="GameEvent.ObjectId"/> destroyed or 0.</summary>
    Explosion = 1,

    /// <summary>A beam was fired: source, object, <see cref="GameEvent.Code"/> frequency, amount damage.</summary>
    Beam = 2,

    /// <summary>Ordnance hit: source torpedo, object hit, code ordnance, amount damage.</summary>
    TorpedoHit = 3,

    /// <summary>A system was damaged: code system, amount health left, <see cref="GameEvent.Flag"/> by heat.</summary>
    SystemDamaged = 4,

    /// <summary>A scan is complete: object, code <see cref="ScanState"/>.</summary>
    ScanDone = 5,

    /// <summary>A message arrived: source, code <see cref="CommsKind"/>, text.</summary>
    CommsMessage = 6,

    /// <summary>Docked or cast off: object base, flag docked.</summary>
    Docking = 7,

    /// <summary>Red alert: flag on.</summary>
    RedAlert = 8,

    /// <summary>A crew's ship was destroyed: object ship, source who did it or 0.</summary>
    ShipLost = 10,

    /// <summary>The mission is won: text.</summary>
    Victory = 11,

    /// <summary>The mission is lost: text.</summary>
    Defeat = 12,
}

/// <summary>Something that happened, and to which ships it is told.</summary>
public readonly record struct GameEvent
{
    /// <summary>What happened; says what the other properties mean.</summary>
    public GameEventKind Kind { get; init; }

    /// <summary>Ships that are told; bit n is the ship of index n.</summary>
    public byte Ships { get; init; }

    /// <summary>A number of the kind's own: frequency, ordnance, system, scan state or comms kind.</summary>
    public byte Code { get; init; }

    /// <summary>A yes or no of the kind's own.</summary>
    public bool Flag { get; init; }

    /// <summary>Who did it, or whose message it is.</summary>
    public uint SourceId { get; init; }

    /// <summary>Whom or what it happened to.</summary>
    public uint ObjectId { get; init; }

    /// <summary>Damage, radius or health.</summary>
    public double Amount { get; init; }

    /// <summary>Where, along x.</summary>
    public double X { get; init; }

    /// <summary>Where, along y.</summary>
    public double Y { get; init; }

    /// <summary>Where, along z.</summary>
    public double Z { get; init; }

    /// <summary>Words, for messages, victory and defeat; else empty.</summary>
    public string Text { get; init; }
}
