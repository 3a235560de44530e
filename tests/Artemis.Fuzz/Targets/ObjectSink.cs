using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Fuzz.Targets;

/// <summary>One object of each type, which entries of a stream are decoded onto, as in a client's world.</summary>
internal struct ObjectSink
{
    private PlayerShip playerShip;
    private ShipMotion shipMotion;
    private ShipSystems shipSystems;
    private ShipTubes shipTubes;
    private NpcShip npcShip;
    private Base station;
    private Torpedo torpedo;
    private Mine mine;
    private Nebula nebula;
    private Asteroid asteroid;
    private BlackHole blackHole;
    private Anomaly anomaly;

    /// <summary>Decodes the present entry.</summary>
    public DecodeStatus Take(ref ObjectUpdateReader reader, ObjectType type) => type switch
    {
        ObjectType.PlayerShip => reader.Decode(ref playerShip, out _),
        ObjectType.ShipMotion => reader.Decode(ref shipMotion, out _),
        ObjectType.ShipSystems => reader.Decode(ref shipSystems, out _),
        ObjectType.ShipTubes => reader.Decode(ref shipTubes, out _),
        ObjectType.NpcShip => reader.Decode(ref npcShip, out _),
        ObjectType.Base => reader.Decode(ref station, out _),
        ObjectType.Torpedo => reader.Decode(ref torpedo, out _),
        ObjectType.Mine => reader.Decode(ref mine, out _),
        ObjectType.Nebula => reader.Decode(ref nebula, out _),
        ObjectType.Asteroid => reader.Decode(ref asteroid, out _),
        ObjectType.BlackHole => reader.Decode(ref blackHole, out _),
        ObjectType.Anomaly => reader.Decode(ref anomaly, out _),
        _ => reader.SkipObject(),
    };
}
