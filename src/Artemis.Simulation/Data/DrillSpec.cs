namespace Artemis.Simulation;

/// <summary>
/// What a drill changes, so that a situation lasts as long as somebody measures it: ammunition that never runs out, blanks instead of
/// live rounds, crews of the computer that keep their place.
/// </summary>
public sealed class DrillSpec
{
    /// <summary>Ordnance is replaced as it is fired, and energy never runs low.</summary>
    public bool EndlessStores { get; init; }

    /// <summary>Share of the usual damage that crews, their friends and their bases take.</summary>
    [Within(0, 1)]
    public double FriendlyDamage { get; init; } = 1;

    /// <summary>Share of the usual damage that enemies take.</summary>
    [Within(0, 1)]
    public double HostileDamage { get; init; } = 1;

    /// <summary>Distance in units at which crews of the computer fight; 0 is as they like.</summary>
    [Within(0, 5000)]
    public double Standoff { get; init; }

    /// <summary>The computer works every console, also those that people hold; their orders last until it gives its own.</summary>
    public bool Autopilot { get; init; }

    /// <summary>Crews of the computer stay where they are.</summary>
    public bool HoldStation { get; init; }
}
