using FsCheck;
using FsCheck.Fluent;

namespace Artemis.Protocol.Tests.Objects;

/// <summary>Arbitrary player ships, within and a little outside their ranges.</summary>
internal static class Ships
{
    public static Arbitrary<PlayerShip> Any { get; } = Gen.Choose(0, int.MaxValue).Select(Ship).ToArbitrary();

    public static Arbitrary<uint> Masks { get; } = Gen.Choose(0, (int)PlayerShip.AllFields).Select(mask => (uint)mask).ToArbitrary();

    public static PlayerShip Ship(int seed)
    {
        var random = new Random(seed);
        return new PlayerShip
        {
            TargetId = (uint)random.Next(),
            Impulse = (random.NextSingle() * 1.2f) - 0.1f,
            Heading = random.NextSingle() * 20,
            Velocity = (random.NextSingle() - 0.5f) * 17_000,
            PosX = (random.NextSingle() - 0.5f) * 210_000,
            PosY = random.NextSingle(),
            PosZ = -random.NextSingle(),
            ShieldsFore = random.NextSingle() * 1_100,
            ShieldsAft = random.NextSingle(),
            ShieldsActive = random.Next(2) == 1,
            Energy = random.NextSingle() * 2_100,
            WarpFactor = (byte)random.Next(7),
            Reverse = random.Next(2) == 1,
            Docked = random.Next(2) == 1,
            RedAlert = random.Next(2) == 1,
            MainScreenView = (MainScreenView)random.Next(256),
            AutoBeams = random.Next(2) == 1,
            BeamFrequency = (BeamFrequency)random.Next(6),
            ShipIndex = (byte)random.Next(9),
            ShipClass = (ShipClass)random.Next(6),
            Name = new string('é', random.Next(20)),
        };
    }

    public static PlayerShip.Quantized Codes(int seed)
    {
        Ship(seed).Quantize(out var codes);
        return codes;
    }
}
