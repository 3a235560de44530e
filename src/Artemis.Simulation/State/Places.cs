namespace Artemis.Simulation;

/// <summary>A station.</summary>
public struct BaseState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => Gone; set => Gone = value; }

    /// <summary>Its name.</summary>
    public string Name;

    /// <summary>Whose side it is on.</summary>
    public Faction Faction;

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>Strength left in its shields; at 0 it is destroyed.</summary>
    public double Shields;

    /// <summary>Strength of its shields when full.</summary>
    public double ShieldsFull;

    /// <summary>Ordnance being built.</summary>
    public Ordnance Building;

    /// <summary>Way done with it.</summary>
    public double BuildProgress;

    /// <summary>Whether it builds.</summary>
    public bool IsBuilding;

    /// <summary>Ordnance in store.</summary>
    public StoreArray Stores;

    internal bool Gone;
    internal uint AlarmTick;
    internal double BeamWait;
    internal double LaunchWait;
}

/// <summary>Ordnance under way.</summary>
public struct TorpedoState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => Gone; set => Gone = value; }

    /// <summary>What it is.</summary>
    public Ordnance Ordnance;

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>Direction, in radians clockwise from north.</summary>
    public double Heading;

    /// <summary>Speed, in units per second.</summary>
    public double Velocity;

    /// <summary>Who fired it.</summary>
    public uint OwnerId;

    /// <summary>What it seeks; 0 is nothing.</summary>
    public uint TargetId;

    internal double RangeLeft;
    internal bool Gone;
}

/// <summary>A mine that was laid.</summary>
public struct MineState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => Gone; set => Gone = value; }

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>Seconds until it is armed; 0 when it is.</summary>
    public double ArmsIn;

    /// <summary>Who laid it.</summary>
    public uint OwnerId;

    /// <summary>Whether it goes off when a ship comes near.</summary>
    public readonly bool Armed => ArmsIn <= 0.0;

    internal Faction Side;
    internal bool Gone;
}

/// <summary>A cloud that hides what is in it and holds ships to warp 1.</summary>
public struct NebulaState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => false; set { } }

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>How far it reaches, in units.</summary>
    public double Radius;

    /// <summary>Which tint it has.</summary>
    public byte Tint;
}

/// <summary>A rock that damages what hits it.</summary>
public struct AsteroidState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => Gone; set => Gone = value; }

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>Its size, in units.</summary>
    public double Radius;

    internal bool Gone;
}

/// <summary>A point that pulls ships in and crushes them.</summary>
public struct BlackHoleState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => false; set { } }

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>How far its pull is felt, in units.</summary>
    public double PullRadius;

    /// <summary>How far it does damage, in units.</summary>
    public double HurtRadius;
}

/// <summary>Something that gives energy to the ship that picks it up.</summary>
public struct AnomalyState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => Gone; set => Gone = value; }

    /// <summary>East, in units.</summary>
    public double X;

    /// <summary>Up, in units.</summary>
    public double Y;

    /// <summary>North, in units.</summary>
    public double Z;

    /// <summary>Energy that it gives.</summary>
    public double Energy;

    internal bool Gone;
}
