using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>The world as the ship knows it: the newest state that came, object by object.</summary>
public sealed class World
{
    /// <summary>Simulation step of the newest update, 20 a second.</summary>
    public uint Tick { get; private set; }

    /// <summary>Time of the newest update, in ms since the game began.</summary>
    public uint Time { get; private set; }

    /// <summary>Sequence of the last helm command that the newest update includes.</summary>
    public uint HelmSequence { get; private set; }

    /// <summary>Ships of crews.</summary>
    public ObjectTable<PlayerShip> PlayerShips { get; } = new();

    /// <summary>How ships are steered; only that of the own ship is known.</summary>
    public ObjectTable<ShipMotion> ShipMotions { get; } = new();

    /// <summary>Systems of ships; only those of the own ship are known.</summary>
    public ObjectTable<ShipSystems> ShipSystems { get; } = new();

    /// <summary>Tubes and stores of ships; only those of the own ship are known.</summary>
    public ObjectTable<ShipTubes> ShipTubes { get; } = new();

    /// <summary>Ships that the computer flies.</summary>
    public ObjectTable<NpcShip> NpcShips { get; } = new();

    /// <summary>Stations.</summary>
    public ObjectTable<Base> Bases { get; } = new();

    /// <summary>Ordnance under way.</summary>
    public ObjectTable<Torpedo> Torpedoes { get; } = new();

    /// <summary>Mines.</summary>
    public ObjectTable<Mine> Mines { get; } = new();

    /// <summary>Nebulae.</summary>
    public ObjectTable<Nebula> Nebulae { get; } = new();

    /// <summary>Asteroids.</summary>
    public ObjectTable<Asteroid> Asteroids { get; } = new();

    /// <summary>Black holes.</summary>
    public ObjectTable<BlackHole> BlackHoles { get; } = new();

    /// <summary>Anomalies.</summary>
    public ObjectTable<Anomaly> Anomalies { get; } = new();

    /// <summary>Applies an <see cref="ObjectUpdate"/>.</summary>
    /// <param name="reader">A reader in front of the objects.</param>
    /// <param name="observer">Hears what happens; null for nobody.</param>
    /// <returns>
    /// <see cref="DecodeStatus.Ok"/>; anything else says that the stream cannot be followed any more, and the world may hold half an update.
    /// </returns>
    public DecodeStatus Apply(ref ObjectUpdateReader reader, IWorldObserver? observer = null)
    {
        if (reader.Status != DecodeStatus.Ok) return reader.Status;
        if ((reader.Head.Flags & UpdateFlags.Snapshot) != 0)
        {
            Clear();
            observer?.Cleared();
        }

        Tick = reader.Head.Tick;
        Time = reader.Head.Time;
        HelmSequence = reader.Head.HelmSequence;
        while (reader.NextObject(out var type, out uint id))
        {
            if (Decode(ref reader, type, id) == DecodeStatus.Ok) observer?.Changed(type, id);
        }

        while (reader.NextRemoved(out var removal))
        {
            Remove(removal.Id);
            observer?.Removed(removal.Id, removal.Reason);
        }

        return reader.Finish();
    }

    /// <summary>Removes all objects.</summary>
    public void Clear()
    {
        PlayerShips.Clear();
        ShipMotions.Clear();
        ShipSystems.Clear();
        ShipTubes.Clear();
        NpcShips.Clear();
        Bases.Clear();
        Torpedoes.Clear();
        Mines.Clear();
        Nebulae.Clear();
        Asteroids.Clear();
        BlackHoles.Clear();
        Anomalies.Clear();
    }

    private DecodeStatus Decode(ref ObjectUpdateReader reader, ObjectType type, uint id) =>
        type switch
        {
            ObjectType.PlayerShip => reader.Decode(ref PlayerShips.Take(id), out _),
            ObjectType.ShipMotion => reader.Decode(ref ShipMotions.Take(id), out _),
            ObjectType.ShipSystems => reader.Decode(ref ShipSystems.Take(id), out _),
            ObjectType.ShipTubes => reader.Decode(ref ShipTubes.Take(id), out _),
            ObjectType.NpcShip => reader.Decode(ref NpcShips.Take(id), out _),
            ObjectType.Base => reader.Decode(ref Bases.Take(id), out _),
            ObjectType.Torpedo => reader.Decode(ref Torpedoes.Take(id), out _),
            ObjectType.Mine => reader.Decode(ref Mines.Take(id), out _),
            ObjectType.Nebula => reader.Decode(ref Nebulae.Take(id), out _),
            ObjectType.Asteroid => reader.Decode(ref Asteroids.Take(id), out _),
            ObjectType.BlackHole => reader.Decode(ref BlackHoles.Take(id), out _),
            ObjectType.Anomaly => reader.Decode(ref Anomalies.Take(id), out _),
            _ => DecodeStatus.UnknownObject,
        };

    // What belongs to a ship has the ship's id and goes with it.
    private void Remove(uint id)
    {
        if (PlayerShips.Remove(id))
        {
            ShipMotions.Remove(id);
            ShipSystems.Remove(id);
            ShipTubes.Remove(id);
            return;
        }

        _ = NpcShips.Remove(id) || Torpedoes.Remove(id) || Mines.Remove(id) || Asteroids.Remove(id) || Nebulae.Remove(id)
            || Anomalies.Remove(id) || Bases.Remove(id) || BlackHoles.Remove(id);
    }
}
