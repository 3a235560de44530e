namespace Artemis.ReferenceServer.Game.Session;

/// <summary>What a session is made with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the list shows.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Difficulty">1 to 11.</param>
/// <param name="MaxShips">1 to 8.</param>
/// <param name="CreatorId">Who is in charge.</param>
public sealed record SessionSetup(Guid Id, string Name, string Scenario, byte Difficulty, byte MaxShips, Guid CreatorId);

/// <summary>A ship of a session.</summary>
public sealed class ShipSlot(byte index, string name)
{
    private static readonly string[] DefaultNames =
        ["Artemis", "Intrepid", "Aegis", "Horatio", "Excalibur", "Hera", "Ceres", "Diana"];

    /// <summary>Its place, 0 to 7.</summary>
    public byte Index { get; } = index;

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = name;

    /// <summary>The eight ships that a session may have.</summary>
    public static ShipSlot[] CreateFleet() =>
        [.. DefaultNames.Select((name, index) => new ShipSlot((byte)index, name))];
}
