namespace Artemis.Simulation;

/// <summary>How a scenario is won.</summary>
public sealed class VictorySpec
{
    /// <summary>All fleets have come and no enemy ship is left in arms.</summary>
    public bool EnemiesDestroyed { get; init; }

    /// <summary>No enemy base is left.</summary>
    public bool EnemyBasesDestroyed { get; init; }

    /// <summary>So many freighters have reached their goal.</summary>
    [Within(0, 60)]
    public int FreightersArrived { get; init; }

    /// <summary>So many contacts have been scanned twice.</summary>
    [Within(0, 60)]
    public int ContactsScanned { get; init; }

    /// <summary>Words for the crews.</summary>
    public required string Text { get; init; }
}

/// <summary>How a scenario is lost.</summary>
public sealed class DefeatSpec
{
    /// <summary>So many of the crews' bases are lost; 0 is never.</summary>
    [Within(0, 16)]
    public int BasesLost { get; init; }

    /// <summary>So many freighters are lost; 0 is never.</summary>
    [Within(0, 60)]
    public int FreightersLost { get; init; }

    /// <summary>Time is up.</summary>
    [Within(60, 36000)]
    public required double TimeLimitSeconds { get; init; }

    /// <summary>Whether to have held out until time is up is a victory.</summary>
    public bool TimeUpWins { get; init; }

    /// <summary>Words for the crews.</summary>
    public required string Text { get; init; }

    /// <summary>Words for the crews when time is up, behind those that it is; <see cref="Text"/> if there are none.</summary>
    public string? TimeUpText { get; init; }
}
