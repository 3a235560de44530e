using System.Reflection;

namespace Artemis.Simulation;

/// <summary>The numbers of the game, as the balance file has them. Units: game units, seconds, points of damage.</summary>
public sealed class Balance
{
    /// <summary>Crews' ships by class.</summary>
    public required IReadOnlyDictionary<ShipClass, ShipBalance> Ships { get; init; }

    /// <summary>The eight systems, in the order of <see cref="ShipSystem"/>.</summary>
    [Length(SystemArray.Count, SystemArray.Count)]
    public required IReadOnlyList<SystemBalance> Systems { get; init; }

    /// <summary>Energy, power and heat.</summary>
    public required PowerBalance Power { get; init; }

    /// <summary>Damage to systems and its repair.</summary>
    public required DamageBalance Damage { get; init; }

    /// <summary>Beams.</summary>
    public required BeamBalance Beams { get; init; }

    /// <summary>Shields.</summary>
    public required ShieldBalance Shields { get; init; }

    /// <summary>Tubes and what they fire.</summary>
    public required OrdnanceBalance Ordnance { get; init; }

    /// <summary>Ships that the computer flies, by kind.</summary>
    public required IReadOnlyDictionary<NpcKind, NpcBalance> Npcs { get; init; }

    /// <summary>How those behave.</summary>
    public required TacticsBalance Tactics { get; init; }

    /// <summary>Bases and docking.</summary>
    public required BaseBalance Bases { get; init; }

    /// <summary>Nebulae, asteroids, black holes, anomalies.</summary>
    public required PlaceBalance Places { get; init; }

    /// <summary>Scanning.</summary>
    public required ScanBalance Scans { get; init; }

    /// <summary>Talking.</summary>
    public required CommsBalance Comms { get; init; }

    /// <summary>What difficulty changes.</summary>
    public required DifficultyBalance Difficulty { get; init; }

    /// <summary>Names given to ships that the computer flies.</summary>
    [Length(8, 200)]
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Stands for the text of the file: a recording is only good for the balance that it was made with.</summary>
    internal ulong Fingerprint { get; private set; }

    /// <summary>The balance that comes with the game.</summary>
    public static Balance Default { get; } = Read("balance.json", BuiltIn.File("balance.json"));

    /// <summary>Reads a balance file.</summary>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="json">Its text in UTF-8; comments are allowed.</param>
    /// <returns>The balance.</returns>
    /// <exception cref="DataFileException">Something is missing, unknown or out of range; the message names file and line.</exception>
    public static Balance Read(string file, ReadOnlySpan<byte> json)
    {
        var balance = DataFile.Read<Balance>(file, json, Check);
        balance.Fingerprint = DataFile.Fingerprint(json);
        return balance;
    }

    private static void Check(Balance balance, DataFile data)
    {
        foreach (var kind in Enum.GetValues<ShipClass>())
        {
            if (!balance.Ships.TryGetValue(kind, out var ship)) data.Error("$.ships", $"must have {kind}");
            else if (ship.Beams.BearingsDegrees.Count is < 1 or > BeamArray.Count)
                data.Error("$.ships", $"must have 1 to {BeamArray.Count} beams for {kind}");
        }
        foreach (var kind in Enum.GetValues<NpcKind>())
        {
            if (!balance.Npcs.TryGetValue(kind, out var npc)) data.Error("$.npcs", $"must have {kind}");
            else if (npc.ShieldsLeast > npc.ShieldsMost) data.Error("$.npcs", $"must have shieldsLeast at most shieldsMost for {kind}");
        }
        foreach (string name in balance.Names)
        {
            if (name.Length is < 1 or > 20) data.Error("$.names", $"must be of 1 to 20 letters, unlike '{name}'");
        }
    }
}

/// <summary>Files that come inside the assembly.</summary>
internal static class BuiltIn
{
    public static byte[] File(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    public static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames();
}
