namespace Artemis.ReferenceServer.Replication.World;

// One short type for each type of object: they forward to generated code, and say which views its zones have. Where the schema has no view
// for a zone, the objects hardly ever change, and all fields are sent in every zone.

/// <summary>What an entry has beside its mask and fields.</summary>
internal static class EntryOverhead
{
    /// <summary>Type and id, and room for the byte that ends the entries and the count of what is removed.</summary>
    public const int Bytes = 1 + 4 + 1 + 2;
}

internal readonly struct PlayerShipType : IReplicatedType<PlayerShip, PlayerShip.Quantized>
{
    public static uint Identity => PlayerShip.Views.Identity;

    public static uint Near => PlayerShip.Views.Other;

    public static uint Mid => PlayerShip.Views.Mid;

    public static uint Far => PlayerShip.Views.Far;

    public static uint All => PlayerShip.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + PlayerShip.MaxEncodedSize;

    public static void Quantize(in PlayerShip value, out PlayerShip.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in PlayerShip.Quantized baseline, in PlayerShip.Quantized current) =>
        PlayerShip.Quantized.Diff(in baseline, in current);

    public static void Copy(in PlayerShip.Quantized from, ref PlayerShip.Quantized to, uint mask) =>
        PlayerShip.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in PlayerShip.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct ShipMotionType : IReplicatedType<ShipMotion, ShipMotion.Quantized>
{
    public static uint Identity => 0;

    public static uint Near => ShipMotion.AllFields;

    public static uint Mid => ShipMotion.AllFields;

    public static uint Far => ShipMotion.AllFields;

    public static uint All => ShipMotion.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + ShipMotion.MaxEncodedSize;

    public static void Quantize(in ShipMotion value, out ShipMotion.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in ShipMotion.Quantized baseline, in ShipMotion.Quantized current) =>
        ShipMotion.Quantized.Diff(in baseline, in current);

    public static void Copy(in ShipMotion.Quantized from, ref ShipMotion.Quantized to, uint mask) =>
        ShipMotion.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in ShipMotion.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct ShipSystemsType : IReplicatedType<ShipSystems, ShipSystems.Quantized>
{
    public static uint Identity => 0;

    public static uint Near => ShipSystems.AllFields;

    public static uint Mid => ShipSystems.AllFields;

    public static uint Far => ShipSystems.AllFields;

    public static uint All => ShipSystems.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + ShipSystems.MaxEncodedSize;

    public static void Quantize(in ShipSystems value, out ShipSystems.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in ShipSystems.Quantized baseline, in ShipSystems.Quantized current) =>
        ShipSystems.Quantized.Diff(in baseline, in current);

    public static void Copy(in ShipSystems.Quantized from, ref ShipSystems.Quantized to, uint mask) =>
        ShipSystems.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in ShipSystems.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct ShipTubesType : IReplicatedType<ShipTubes, ShipTubes.Quantized>
{
    public static uint Identity => 0;

    public static uint Near => ShipTubes.AllFields;

    public static uint Mid => ShipTubes.AllFields;

    public static uint Far => ShipTubes.AllFields;

    public static uint All => ShipTubes.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + ShipTubes.MaxEncodedSize;

    public static void Quantize(in ShipTubes value, out ShipTubes.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in ShipTubes.Quantized baseline, in ShipTubes.Quantized current) =>
        ShipTubes.Quantized.Diff(in baseline, in current);

    public static void Copy(in ShipTubes.Quantized from, ref ShipTubes.Quantized to, uint mask) =>
        ShipTubes.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in ShipTubes.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct NpcShipType : IReplicatedType<NpcShip, NpcShip.Quantized>
{
    public static uint Identity => NpcShip.Views.Identity;

    public static uint Near => NpcShip.AllFields;

    public static uint Mid => NpcShip.Views.Mid;

    public static uint Far => NpcShip.Views.Far;

    public static uint All => NpcShip.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + NpcShip.MaxEncodedSize;

    public static void Quantize(in NpcShip value, out NpcShip.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in NpcShip.Quantized baseline, in NpcShip.Quantized current) =>
        NpcShip.Quantized.Diff(in baseline, in current);

    public static void Copy(in NpcShip.Quantized from, ref NpcShip.Quantized to, uint mask) =>
        NpcShip.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in NpcShip.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct BaseType : IReplicatedType<Base, Base.Quantized>
{
    public static uint Identity => Base.Views.Identity;

    public static uint Near => Base.AllFields;

    public static uint Mid => Base.AllFields;

    public static uint Far => Base.AllFields;

    public static uint All => Base.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + Base.MaxEncodedSize;

    public static void Quantize(in Base value, out Base.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Base.Quantized baseline, in Base.Quantized current) =>
        Base.Quantized.Diff(in baseline, in current);

    public static void Copy(in Base.Quantized from, ref Base.Quantized to, uint mask) =>
        Base.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Base.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct TorpedoType : IReplicatedType<Torpedo, Torpedo.Quantized>
{
    public static uint Identity => Torpedo.Views.Identity;

    public static uint Near => Torpedo.AllFields;

    public static uint Mid => Torpedo.Views.Mid;

    public static uint Far => Torpedo.Views.Far;

    public static uint All => Torpedo.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + Torpedo.MaxEncodedSize;

    public static void Quantize(in Torpedo value, out Torpedo.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Torpedo.Quantized baseline, in Torpedo.Quantized current) =>
        Torpedo.Quantized.Diff(in baseline, in current);

    public static void Copy(in Torpedo.Quantized from, ref Torpedo.Quantized to, uint mask) =>
        Torpedo.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Torpedo.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct MineType : IReplicatedType<Mine, Mine.Quantized>
{
    public static uint Identity => Mine.Views.Identity;

    public static uint Near => Mine.AllFields;

    public static uint Mid => Mine.AllFields;

    public static uint Far => Mine.AllFields;

    public static uint All => Mine.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + Mine.MaxEncodedSize;

    public static void Quantize(in Mine value, out Mine.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Mine.Quantized baseline, in Mine.Quantized current) =>
        Mine.Quantized.Diff(in baseline, in current);

    public static void Copy(in Mine.Quantized from, ref Mine.Quantized to, uint mask) =>
        Mine.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Mine.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct NebulaType : IReplicatedType<Nebula, Nebula.Quantized>
{
    public static uint Identity => Nebula.Views.Identity;

    public static uint Near => Nebula.AllFields;

    public static uint Mid => Nebula.AllFields;

    public static uint Far => Nebula.AllFields;

    public static uint All => Nebula.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + Nebula.MaxEncodedSize;

    public static void Quantize(in Nebula value, out Nebula.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Nebula.Quantized baseline, in Nebula.Quantized current) =>
        Nebula.Quantized.Diff(in baseline, in current);

    public static void Copy(in Nebula.Quantized from, ref Nebula.Quantized to, uint mask) =>
        Nebula.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Nebula.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct AsteroidType : IReplicatedType<Asteroid, Asteroid.Quantized>
{
    public static uint Identity => Asteroid.Views.Identity;

    public static uint Near => Asteroid.AllFields;

    public static uint Mid => Asteroid.AllFields;

    public static uint Far => Asteroid.AllFields;

    public static uint All => Asteroid.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + Asteroid.MaxEncodedSize;

    public static void Quantize(in Asteroid value, out Asteroid.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Asteroid.Quantized baseline, in Asteroid.Quantized current) =>
        Asteroid.Quantized.Diff(in baseline, in current);

    public static void Copy(in Asteroid.Quantized from, ref Asteroid.Quantized to, uint mask) =>
        Asteroid.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Asteroid.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct BlackHoleType : IReplicatedType<BlackHole, BlackHole.Quantized>
{
    public static uint Identity => BlackHole.Views.Identity;

    public static uint Near => BlackHole.AllFields;

    public static uint Mid => BlackHole.AllFields;

    public static uint Far => BlackHole.AllFields;

    public static uint All => BlackHole.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + BlackHole.MaxEncodedSize;

    public static void Quantize(in BlackHole value, out BlackHole.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in BlackHole.Quantized baseline, in BlackHole.Quantized current) =>
        BlackHole.Quantized.Diff(in baseline, in current);

    public static void Copy(in BlackHole.Quantized from, ref BlackHole.Quantized to, uint mask) =>
        BlackHole.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in BlackHole.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}

internal readonly struct AnomalyType : IReplicatedType<Anomaly, Anomaly.Quantized>
{
    public static uint Identity => Anomaly.Views.Identity;

    public static uint Near => Anomaly.AllFields;

    public static uint Mid => Anomaly.AllFields;

    public static uint Far => Anomaly.AllFields;

    public static uint All => Anomaly.AllFields;

    public static int MaxEntrySize => EntryOverhead.Bytes + Anomaly.MaxEncodedSize;

    public static void Quantize(in Anomaly value, out Anomaly.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in Anomaly.Quantized baseline, in Anomaly.Quantized current) =>
        Anomaly.Quantized.Diff(in baseline, in current);

    public static void Copy(in Anomaly.Quantized from, ref Anomaly.Quantized to, uint mask) =>
        Anomaly.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in Anomaly.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}
