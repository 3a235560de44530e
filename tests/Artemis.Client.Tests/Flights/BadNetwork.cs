namespace Artemis.Client.Tests.Flights;

/// <summary>Numbers that look like chance and are the same in every run.</summary>
internal sealed class Dice(uint seed)
{
    private uint state = seed;

    /// <summary>From 0 to below 1.</summary>
    public double Next() => (state = (state * 1664525) + 1013904223) / 4294967296.0;
}

/// <summary>One direction of a network of 120 ms ± 40: messages take their time, none overtakes, and now and then nothing comes through.</summary>
internal sealed class BadNetwork(uint seed)
{
    private readonly Dice dice = new(seed);
    private double last;

    /// <summary>Until when nothing arrives, in ms.</summary>
    public double StalledUntil { get; set; }

    /// <summary>When a message that is sent now arrives.</summary>
    public double Arrival(double now, bool jitters) =>
        last = Math.Max(Math.Max(last, StalledUntil), now + 60 + (jitters ? Jitter() : 0));

    /// <summary>How much longer or shorter a way is, in ms.</summary>
    public double Jitter() => ((dice.Next() * 2) - 1) * 40;
}
