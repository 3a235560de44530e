using Artemis.Protocol;

namespace Artemis.Benchmarks.Codec;

/// <summary>Values as a game has them; the same as in the TypeScript benchmarks.</summary>
internal static class Samples
{
    /// <summary>A ship under way, at one of a run of moments that differ in what changes in flight.</summary>
    public static PlayerShip PlayerShip(int moment) => new()
    {
        TargetId = 1042,
        Impulse = 0.8f,
        Heading = 1.25f + (0.01f * moment),
        Velocity = 96.5f,
        PosX = 12_345.5f + (4.8f * moment),
        PosY = -120.25f,
        PosZ = -45_678.75f + (1.5f * moment),
        ShieldsFore = 78.5f,
        ShieldsAft = 64.25f - (moment % 4),
        ShieldsActive = true,
        Energy = 873.5f - (0.05f * moment),
        WarpFactor = 2,
        Reverse = true,
        Docked = true,
        RedAlert = true,
        MainScreenView = MainScreenView.LongRange,
        AutoBeams = true,
        BeamFrequency = BeamFrequency.C,
        ShipIndex = 3,
        ShipClass = ShipClass.Dreadnought,
        Name = "Intrepid",
    };

    public static NpcShip NpcShip() => new()
    {
        Name = "Kraken 12",
        PosX = -23_456.5f,
        PosY = 88.25f,
        PosZ = 34_567.75f,
        Heading = 4.5f,
        Velocity = 61.25f,
        Faction = Faction.Hostile,
        ShieldsFore = 40.5f,
        ShieldsAft = 38.25f,
        Surrendered = true,
        InNebula = true,
        ScanState = ScanState.Twice,
        Kind = NpcKind.Elite,
        Fleet = 7,
        Hull = 0.9f,
        Cloaked = true,
        WeakFrequency = KnownFrequency.B,
        StrongFrequency = KnownFrequency.D,
        Systems = new NpcSystems
        {
            Beams = 1,
            Torpedoes = 0.9f,
            Sensors = 0.8f,
            Maneuvering = 0.7f,
            Impulse = 0.6f,
            Warp = 0.5f,
            ForeShields = 0.4f,
            AftShields = 0.3f,
        },
    };

    /// <summary>A list of sessions as a busy gateway has it.</summary>
    public static SessionSummary[] Sessions(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new SessionSummary
        {
            Id = new Guid(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Name = $"Friday night bridge {i}",
            Scenario = "border-patrol",
            Difficulty = (byte)(1 + (i % 11)),
            State = (GameState)(i % 3),
            Ships = 4,
            MaxShips = 8,
            Players = 21,
            MaxPlayers = 48,
            Locked = i % 2 == 0,
            Creator = $"Captain {i}",
            CreatedAt = 1_790_000_000 + (uint)i,
        }),
    ];
}
