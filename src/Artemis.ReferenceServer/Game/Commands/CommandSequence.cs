namespace Artemis.ReferenceServer.Game.Commands;

/// <summary>Refuses what a connection sends twice: sequences begin at 1 and only rise.</summary>
public struct CommandSequence
{
    /// <summary>The highest sequence seen.</summary>
    public uint Last { get; private set; }

    /// <summary>Whether the sequence is a new one; it is used up then.</summary>
    public bool TryAdvance(uint sequence)
    {
        if (sequence <= Last)
            return false;
        Last = sequence;
        return true;
    }
}
