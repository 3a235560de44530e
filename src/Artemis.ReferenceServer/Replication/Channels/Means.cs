namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>Means of saving bytes. Games use all of them; one who measures what each saves switches it off.</summary>
[Flags]
public enum Means
{
    /// <summary>Everything that changed of everything is told ten times a second, in a packet for each type of object.</summary>
    None = 0,

    /// <summary>Only what a ship can know of is told.</summary>
    Filter = 1,

    /// <summary>Fields and rates go by zone.</summary>
    Tiers = 2,

    /// <summary>A tick's changes go in one packet.</summary>
    Batching = 4,

    /// <summary>What goes on as it did is not told.</summary>
    Silence = 8,

    /// <summary>All of them.</summary>
    All = Filter | Tiers | Batching | Silence,
}
