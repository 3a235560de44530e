namespace Artemis.Motion.Tests;

/// <summary>A stretch of ticks under one input, and the state after it.</summary>
public sealed record MotionLeg(int Ticks, MotionInput Input, MotionState State = default);

/// <summary>A voyage of several legs.</summary>
public sealed record MotionTrace(string About, MotionLimits Limits, MotionState Start, IReadOnlyList<MotionLeg> Legs);

/// <summary>The voyages that the approved vectors hold.</summary>
public static class MotionTraces
{
    private static readonly MotionLimits World = new(100_000, 8_000);

    private static readonly MotionInput Cruiser = new()
    {
        TopSpeed = 60,
        TopTurnRate = 10 * ExactMath.Pi / 180,
        WarpEffect = 1,
        WarpCeiling = 4,
    };

    /// <summary>All voyages by name.</summary>
    public static IReadOnlyDictionary<string, MotionTrace> All { get; } = new SortedDictionary<string, MotionTrace>
    {
        ["impulse"] = new("Full ahead, half, stop, astern, stop.", World, new() { Heading = 0.5 },
        [
            new(1, Cruiser with { Impulse = 1 }), new(60, Cruiser with { Impulse = 1 }),
            new(60, Cruiser with { Impulse = 0.5 }), new(100, Cruiser),
            new(80, Cruiser with { Impulse = 0.7, Reverse = true }), new(100, Cruiser),
        ]),
        ["rudder"] = new("Hard over both ways, and slightly.", World, new() { Heading = 6 },
        [
            new(40, Cruiser with { Impulse = 1, Rudder = 1 }), new(90, Cruiser with { Impulse = 1, Rudder = -1 }),
            new(33, Cruiser with { Impulse = 1, Rudder = 0.01 }), new(33, Cruiser with { Impulse = 1 }),
        ]),
        ["course"] = new("Courses across north, about, and by a hair.", World, new() { Heading = 0.2 },
        [
            new(50, Cruiser with { Impulse = 1, Steering = SteeringMode.Course, Course = 6.1 }),
            new(300, Cruiser with { Impulse = 1, Steering = SteeringMode.Course, Course = 6.1 }),
            new(500, Cruiser with { Impulse = 1, Steering = SteeringMode.Course, Course = 6.1 - ExactMath.Pi }),
            new(20, Cruiser with { Steering = SteeringMode.Course, Course = 2.9584 }),
            new(7, Cruiser with { Steering = SteeringMode.Course, Course = 1 }),
            new(400, Cruiser with { Steering = SteeringMode.Course, Course = 3 }),
        ]),
        ["warp"] = new("Warp 4, into a nebula, out of warp, reverse.", World, new() { PosZ = -60_000, Heading = 0.1 },
        [
            new(40, Cruiser with { Impulse = 1, WarpFactor = 4 }), new(300, Cruiser with { Impulse = 1, WarpFactor = 4 }),
            new(100, Cruiser with { Impulse = 1, WarpFactor = 4, WarpCeiling = 1, WarpEffect = 0.83 }),
            new(60, Cruiser with { WarpFactor = 0, Rudder = 0.3 }),
            new(60, Cruiser with { WarpFactor = 3, Reverse = true, Impulse = 1 }),
        ]),
        ["climb"] = new("Up, down, at warp, level.", World, new() { PosY = 17.0625, Heading = 4 },
        [
            new(70, Cruiser with { Impulse = 0.8, Climb = 1 }), new(70, Cruiser with { Climb = -0.6 }),
            new(120, Cruiser with { WarpFactor = 1, Climb = 0.25 }), new(90, Cruiser with { Impulse = 0.1 }),
        ]),
        ["drift-and-dock"] = new("Pulled off, crippled, made fast, cast off.", World, new() { PosX = -300, Velocity = 12 },
        [
            new(40, Cruiser with { DriftX = 31.3125, DriftZ = -7.5 }),
            new(40, Cruiser with { Impulse = 1, Rudder = 1, TopSpeed = 0, TopTurnRate = 0 }),
            new(10, Cruiser with { Impulse = 1, Docked = true, Climb = 1 }), new(30, Cruiser with { Impulse = 1, Climb = 1 }),
        ]),
        ["edge"] = new("Against the edges of world and speed.", World, new() { PosX = 99_000, PosY = 99_998, PosZ = 99_000 },
        [
            new(200, Cruiser with { WarpFactor = 4, WarpEffect = 3, Impulse = 1, TopSpeed = 900, Climb = 1 }),
            new(300, Cruiser with { WarpFactor = 4, WarpEffect = 3, Impulse = 1, TopSpeed = 900, Climb = 1, Rudder = 1 }),
        ]),
        ["random"] = new("Three hundred orders by a generator.", World, default, Random(300)),
    };

    /// <summary>Sails a voyage.</summary>
    public static MotionTrace Run(MotionTrace trace)
    {
        var state = trace.Start;
        var legs = new List<MotionLeg>();
        foreach (var leg in trace.Legs)
        {
            for (int tick = 0; tick < leg.Ticks; tick++) MotionStep.Advance(ref state, leg.Input, trace.Limits);
            legs.Add(leg with { State = state });
        }
        return trace with { Legs = legs };
    }

    private static List<MotionLeg> Random(int count)
    {
        ulong seed = 42;
        var legs = new List<MotionLeg>();
        for (int leg = 0; leg < count; leg++)
        {
            legs.Add(new(1 + (int)(Next() * 30), new MotionInput
            {
                Steering = Next() < 0.5 ? SteeringMode.Rudder : SteeringMode.Course,
                Rudder = Next() * 2 - 1,
                Course = Next() * ExactMath.TwoPi,
                Impulse = Next(),
                Reverse = Next() < 0.2,
                Climb = Next() * 2 - 1,
                WarpFactor = Next() < 0.5 ? 0 : Math.Floor(Next() * 5),
                WarpCeiling = Next() < 0.2 ? 1 : 4,
                WarpEffect = Next() * 1.5,
                TopSpeed = Next() * 90,
                TopTurnRate = Next() * 0.4,
                DriftX = Next() < 0.1 ? Next() * 100 - 50 : 0,
                DriftZ = Next() < 0.1 ? Next() * 100 - 50 : 0,
                Docked = Next() < 0.03,
            }));
        }
        return legs;

        double Next()
        {
            seed = seed * 6364136223846793005 + 1442695040888963407;
            return (seed >> 11) * (1.0 / (1UL << 53));
        }
    }
}
