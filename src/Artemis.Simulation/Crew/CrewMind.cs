namespace Artemis.Simulation;

/// <summary>What a ship's crew is about, as the computer's part of it sees it.</summary>
internal enum CrewGoal : byte
{
    /// <summary>Nothing to do: stay near a place.</summary>
    Wait,

    /// <summary>Fight an enemy.</summary>
    Fight,

    /// <summary>Dock at a base and stay until served.</summary>
    Resupply,

    /// <summary>Go somewhere.</summary>
    Go,
}

/// <summary>The thoughts of the computer's part of a crew.</summary>
internal struct CrewMind
{
    public CrewGoal Goal;

    /// <summary>What the goal is about: an enemy or a base; 0 for a place.</summary>
    public uint GoalId;

    public double GoalX;

    public double GoalZ;

    /// <summary>Nearest enemy in arms or enemy base, in units; as far as sight if there is none.</summary>
    public double Threat;

    /// <summary>Whether a person chose what the main screen shows, so that the computer leaves it.</summary>
    public bool ViewIsChosen;

    public readonly void AddTo(ref StateHash hash)
    {
        hash.Add((int)Goal);
        hash.Add(GoalId);
        hash.Add(GoalX);
        hash.Add(GoalZ);
        hash.Add(Threat);
        hash.Add(ViewIsChosen);
    }
}
