using Artemis.Benchmarks.Harness;
using Artemis.Benchmarks.Peers;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Benchmarks.Codec;

/// <summary>The largest object of a game's stream.</summary>
internal static class PlayerShipBench
{
    private const int Moments = 64;

    public static void Run(Suite suite)
    {
        var ship = Samples.PlayerShip(0);
        var json = new JsonPlayerShip
        {
            TargetId = ship.TargetId,
            Impulse = ship.Impulse,
            Heading = ship.Heading,
            Velocity = ship.Velocity,
            PosX = ship.PosX,
            PosY = ship.PosY,
            PosZ = ship.PosZ,
            ShieldsFore = ship.ShieldsFore,
            ShieldsAft = ship.ShieldsAft,
            ShieldsActive = ship.ShieldsActive,
            Energy = ship.Energy,
            WarpFactor = ship.WarpFactor,
            Reverse = ship.Reverse,
            Docked = ship.Docked,
            RedAlert = ship.RedAlert,
            MainScreenView = (int)ship.MainScreenView,
            AutoBeams = ship.AutoBeams,
            BeamFrequency = (int)ship.BeamFrequency,
            ShipIndex = ship.ShipIndex,
            ShipClass = (int)ship.ShipClass,
            Name = ship.Name.ToString(),
        };
        uint[] fixedMasks =
        [
            PlayerShip.Fields.Heading | PlayerShip.Fields.Velocity | PlayerShip.Fields.PosX | PlayerShip.Fields.PosZ,
            PlayerShip.Views.Mid,
            PlayerShip.Fields.TargetId | PlayerShip.Fields.PosX | PlayerShip.Fields.PosZ | PlayerShip.Fields.ShieldsFore
                | PlayerShip.Fields.ShieldsAft | PlayerShip.Fields.Energy,
            PlayerShip.AllFields & ~PlayerShip.Fields.Name,
        ];

        ShipSuite<Codec, PlayerShip, PlayerShip.Quantized>.Run(
            suite,
            "PlayerShip",
            ship,
            PlayerShip.AllFields,
            fixedMasks,
            mask => ToProtobuf(ship, mask),
            JsonPeer.Encode(json, JsonModels.Default.JsonPlayerShip),
            JsonPeer.Decode(json, JsonModels.Default.JsonPlayerShip));

        var moments = Enumerable.Range(0, Moments).Select(Samples.PlayerShip).ToArray();
        suite.Run("PlayerShip.quantize", 0, ShipLoops<Codec, PlayerShip, PlayerShip.Quantized>.Quantize(moments));
        suite.Run("PlayerShip.diff", 0, ShipLoops<Codec, PlayerShip, PlayerShip.Quantized>.Diff(moments));
    }

    private static Peers.Protobuf.PlayerShip ToProtobuf(PlayerShip ship, uint mask)
    {
        var message = new Peers.Protobuf.PlayerShip();
        void If(uint field, Action set)
        {
            if ((mask & field) != 0)
                set();
        }

        If(PlayerShip.Fields.TargetId, () => message.TargetId = ship.TargetId);
        If(PlayerShip.Fields.Impulse, () => message.Impulse = ship.Impulse);
        If(PlayerShip.Fields.Heading, () => message.Heading = ship.Heading);
        If(PlayerShip.Fields.Velocity, () => message.Velocity = ship.Velocity);
        If(PlayerShip.Fields.PosX, () => message.PosX = ship.PosX);
        If(PlayerShip.Fields.PosY, () => message.PosY = ship.PosY);
        If(PlayerShip.Fields.PosZ, () => message.PosZ = ship.PosZ);
        If(PlayerShip.Fields.ShieldsFore, () => message.ShieldsFore = ship.ShieldsFore);
        If(PlayerShip.Fields.ShieldsAft, () => message.ShieldsAft = ship.ShieldsAft);
        If(PlayerShip.Fields.ShieldsActive, () => message.ShieldsActive = ship.ShieldsActive);
        If(PlayerShip.Fields.Energy, () => message.Energy = ship.Energy);
        If(PlayerShip.Fields.WarpFactor, () => message.WarpFactor = ship.WarpFactor);
        If(PlayerShip.Fields.Reverse, () => message.Reverse = ship.Reverse);
        If(PlayerShip.Fields.Docked, () => message.Docked = ship.Docked);
        If(PlayerShip.Fields.RedAlert, () => message.RedAlert = ship.RedAlert);
        If(PlayerShip.Fields.MainScreenView, () => message.MainScreenView = (uint)ship.MainScreenView);
        If(PlayerShip.Fields.AutoBeams, () => message.AutoBeams = ship.AutoBeams);
        If(PlayerShip.Fields.BeamFrequency, () => message.BeamFrequency = (uint)ship.BeamFrequency);
        If(PlayerShip.Fields.ShipIndex, () => message.ShipIndex = ship.ShipIndex);
        If(PlayerShip.Fields.ShipClass, () => message.ShipClass = (uint)ship.ShipClass);
        If(PlayerShip.Fields.Name, () => message.Name = ship.Name.ToString());
        return message;
    }

    /// <summary>Binds the suite to the generated code.</summary>
    private readonly struct Codec : IShipCodec<PlayerShip, PlayerShip.Quantized>
    {
        public static int Encode(Span<byte> destination, in PlayerShip.Quantized value, uint mask) =>
            PlayerShip.Quantized.Encode(destination, in value, mask);

        public static DecodeStatus Decode(ReadOnlySpan<byte> source, ref PlayerShip value, out uint mask) =>
            PlayerShip.Decode(source, ref value, out mask, out _);

        public static void Quantize(in PlayerShip value, out PlayerShip.Quantized quantized) => value.Quantize(out quantized);

        public static uint Diff(in PlayerShip.Quantized baseline, in PlayerShip.Quantized current) =>
            PlayerShip.Quantized.Diff(in baseline, in current);
    }
}
