using System.Numerics;
using Artemis.ReferenceServer.Replication.Interest;

namespace Artemis.ReferenceServer.Replication.World;

// One short type for each type of object: they forward to generated code, and say which views its zones have. Where the schema has no view
// for a zone, the objects hardly ever change, and all fields are sent in every zone.

internal readonly struct PlayerShipType : IReplicatedType<PlayerShip, PlayerShip.Quantized>
{
    public static uint Identity => PlayerShip.Views.Identity;

    public static uint Near => PlayerShip.Views.Other;

    public static uint Mid => PlayerShip.Views.Mid;

    public static uint Far => PlayerShip.Views.Far;

    public static uint All => PlayerShip.AllFields;

    public static ObjectType Type => ObjectType.PlayerShip;

    public static uint Carried => PlayerShip.Fields.PosX | PlayerShip.Fields.PosY | PlayerShip.Fields.PosZ | PlayerShip.Fields.Heading | PlayerShip.Fields.Velocity
        | PlayerShip.Fields.ShieldsFore | PlayerShip.Fields.ShieldsAft;

    public static bool IsCloseEnough(in PlayerShip.Quantized told, in PlayerShip.Quantized now, double seconds, in Tolerance tolerance)
    {
        var course = new Course(new Vector3(told.PosX, told.PosY, told.PosZ), told.Heading, told.Velocity);
        return course.IsClose(new Vector3(now.PosX, now.PosY, now.PosZ), now.Heading, now.Velocity, seconds, in tolerance)
            && Tolerance.IsShieldClose(told.ShieldsFore, now.ShieldsFore)
            && Tolerance.IsShieldClose(told.ShieldsAft, now.ShieldsAft);
    }

    public static int SizeOf(in PlayerShip.Quantized value, uint mask) => PlayerShip.Quantized.EncodedSize(in value, mask);

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

    public static ObjectType Type => ObjectType.ShipMotion;

    public static int SizeOf(in ShipMotion.Quantized value, uint mask) => ShipMotion.Quantized.EncodedSize(in value, mask);

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

    public static ObjectType Type => ObjectType.ShipSystems;

    public static int SizeOf(in ShipSystems.Quantized value, uint mask) => ShipSystems.Quantized.EncodedSize(in value, mask);

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

    public static ObjectType Type => ObjectType.ShipTubes;

    public static int SizeOf(in ShipTubes.Quantized value, uint mask) => ShipTubes.Quantized.EncodedSize(in value, mask);

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

    public static ObjectType Type => ObjectType.NpcShip;

    public static uint Carried => NpcShip.Fields.PosX | NpcShip.Fields.PosY | NpcShip.Fields.PosZ | NpcShip.Fields.Heading | NpcShip.Fields.Velocity
        | NpcShip.Fields.ShieldsFore | NpcShip.Fields.ShieldsAft;

    public static bool IsCloseEnough(in NpcShip.Quantized told, in NpcShip.Quantized now, double seconds, in Tolerance tolerance)
    {
        var course = new Course(new Vector3(told.PosX, told.PosY, told.PosZ), told.Heading, told.Velocity);
        return course.IsClose(new Vector3(now.PosX, now.PosY, now.PosZ), now.Heading, now.Velocity, seconds, in tolerance)
            && Tolerance.IsShieldClose(told.ShieldsFore, now.ShieldsFore)
            && Tolerance.IsShieldClose(told.ShieldsAft, now.ShieldsAft);
    }

    public static int SizeOf(in NpcShip.Quantized value, uint mask) => NpcShip.Quantized.EncodedSize(in value, mask);

    public static void Quantize(in NpcShip value, out NpcShip.Quantized quantized) => value.Quantize(out quantized);

    public static uint Diff(in NpcShip.Quantized baseline, in NpcShip.Quantized current) =>
        NpcShip.Quantized.Diff(in baseline, in current);

    public static void Copy(in NpcShip.Quantized from, ref NpcShip.Quantized to, uint mask) =>
        NpcShip.Quantized.Copy(in from, ref to, mask);

    public static bool TryAdd(ref ObjectUpdateWriter writer, uint id, in NpcShip.Quantized value, uint mask) =>
        writer.TryAdd(id, in value, mask);
}
