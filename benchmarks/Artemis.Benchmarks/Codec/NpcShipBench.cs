using Artemis.Benchmarks.Harness;
using Artemis.Benchmarks.Peers;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Benchmarks.Codec;

/// <summary>The most frequent object of a game's stream.</summary>
internal static class NpcShipBench
{
    public static void Run(Suite suite)
    {
        var ship = Samples.NpcShip();
        var systems = ship.Systems;
        var json = new JsonNpcShip
        {
            Name = ship.Name.ToString(),
            PosX = ship.PosX,
            PosY = ship.PosY,
            PosZ = ship.PosZ,
            Heading = ship.Heading,
            Velocity = ship.Velocity,
            Faction = (int)ship.Faction,
            ShieldsFore = ship.ShieldsFore,
            ShieldsAft = ship.ShieldsAft,
            Surrendered = ship.Surrendered,
            InNebula = ship.InNebula,
            ScanState = (int)ship.ScanState,
            Kind = (int)ship.Kind,
            Fleet = ship.Fleet,
            Hull = ship.Hull,
            Cloaked = ship.Cloaked,
            WeakFrequency = (int)ship.WeakFrequency,
            StrongFrequency = (int)ship.StrongFrequency,
            Systems =
            [
                systems.Beams, systems.Torpedoes, systems.Sensors, systems.Maneuvering,
                systems.Impulse, systems.Warp, systems.ForeShields, systems.AftShields,
            ],
        };
        uint[] fixedMasks =
        [
            NpcShip.Fields.PosX | NpcShip.Fields.PosZ | NpcShip.Fields.Heading | NpcShip.Fields.Velocity,
            NpcShip.Views.Mid,
            NpcShip.Views.Mid | NpcShip.Fields.Velocity | NpcShip.Fields.Hull | NpcShip.Fields.ScanState,
            NpcShip.AllFields & ~NpcShip.Fields.Name,
        ];

        ShipSuite<Codec, NpcShip, NpcShip.Quantized>.Run(
            suite,
            "NpcShip",
            ship,
            NpcShip.AllFields,
            fixedMasks,
            mask => ToProtobuf(ship, mask),
            JsonPeer.Encode(json, JsonModels.Default.JsonNpcShip),
            JsonPeer.Decode(json, JsonModels.Default.JsonNpcShip));
    }

    private static Peers.Protobuf.NpcShip ToProtobuf(NpcShip ship, uint mask)
    {
        var message = new Peers.Protobuf.NpcShip();
        void If(uint field, Action set)
        {
            if ((mask & field) != 0)
                set();
        }

        If(NpcShip.Fields.Name, () => message.Name = ship.Name.ToString());
        If(NpcShip.Fields.PosX, () => message.PosX = ship.PosX);
        If(NpcShip.Fields.PosY, () => message.PosY = ship.PosY);
        If(NpcShip.Fields.PosZ, () => message.PosZ = ship.PosZ);
        If(NpcShip.Fields.Heading, () => message.Heading = ship.Heading);
        If(NpcShip.Fields.Velocity, () => message.Velocity = ship.Velocity);
        If(NpcShip.Fields.Faction, () => message.Faction = (uint)ship.Faction);
        If(NpcShip.Fields.ShieldsFore, () => message.ShieldsFore = ship.ShieldsFore);
        If(NpcShip.Fields.ShieldsAft, () => message.ShieldsAft = ship.ShieldsAft);
        If(NpcShip.Fields.Surrendered, () => message.Surrendered = ship.Surrendered);
        If(NpcShip.Fields.InNebula, () => message.InNebula = ship.InNebula);
        If(NpcShip.Fields.ScanState, () => message.ScanState = (uint)ship.ScanState);
        If(NpcShip.Fields.Kind, () => message.Kind = (uint)ship.Kind);
        If(NpcShip.Fields.Fleet, () => message.Fleet = ship.Fleet);
        If(NpcShip.Fields.Hull, () => message.Hull = ship.Hull);
        If(NpcShip.Fields.Cloaked, () => message.Cloaked = ship.Cloaked);
        If(NpcShip.Fields.WeakFrequency, () => message.WeakFrequency = (uint)ship.WeakFrequency);
        If(NpcShip.Fields.StrongFrequency, () => message.StrongFrequency = (uint)ship.StrongFrequency);
        If(NpcShip.Fields.Systems, () => message.Systems = new Peers.Protobuf.NpcSystems
        {
            Beams = ship.Systems.Beams,
            Torpedoes = ship.Systems.Torpedoes,
            Sensors = ship.Systems.Sensors,
            Maneuvering = ship.Systems.Maneuvering,
            Impulse = ship.Systems.Impulse,
            Warp = ship.Systems.Warp,
            ForeShields = ship.Systems.ForeShields,
            AftShields = ship.Systems.AftShields,
        });
        return message;
    }

    /// <summary>Binds the suite to the generated code.</summary>
    private readonly struct Codec : IShipCodec<NpcShip, NpcShip.Quantized>
    {
        public static int Encode(Span<byte> destination, in NpcShip.Quantized value, uint mask) =>
            NpcShip.Quantized.Encode(destination, in value, mask);

        public static DecodeStatus Decode(ReadOnlySpan<byte> source, ref NpcShip value, out uint mask) =>
            NpcShip.Decode(source, ref value, out mask, out _);

        public static void Quantize(in NpcShip value, out NpcShip.Quantized quantized) => value.Quantize(out quantized);

        public static uint Diff(in NpcShip.Quantized baseline, in NpcShip.Quantized current) =>
            NpcShip.Quantized.Diff(in baseline, in current);
    }
}
