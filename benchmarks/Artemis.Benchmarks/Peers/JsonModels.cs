using System.Text.Json.Serialization;

namespace Artemis.Benchmarks.Peers;

/// <summary>A player's ship as one would write it for JSON.</summary>
internal sealed class JsonPlayerShip
{
    public uint TargetId { get; set; }

    public float Impulse { get; set; }

    public float Heading { get; set; }

    public float Velocity { get; set; }

    public float PosX { get; set; }

    public float PosY { get; set; }

    public float PosZ { get; set; }

    public float ShieldsFore { get; set; }

    public float ShieldsAft { get; set; }

    public bool ShieldsActive { get; set; }

    public float Energy { get; set; }

    public int WarpFactor { get; set; }

    public bool Reverse { get; set; }

    public bool Docked { get; set; }

    public bool RedAlert { get; set; }

    public int MainScreenView { get; set; }

    public bool AutoBeams { get; set; }

    public int BeamFrequency { get; set; }

    public int ShipIndex { get; set; }

    public int ShipClass { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>A ship of the computer's, for JSON.</summary>
internal sealed class JsonNpcShip
{
    public string Name { get; set; } = "";

    public float PosX { get; set; }

    public float PosY { get; set; }

    public float PosZ { get; set; }

    public float Heading { get; set; }

    public float Velocity { get; set; }

    public int Faction { get; set; }

    public float ShieldsFore { get; set; }

    public float ShieldsAft { get; set; }

    public bool Surrendered { get; set; }

    public bool InNebula { get; set; }

    public int ScanState { get; set; }

    public int Kind { get; set; }

    public int Fleet { get; set; }

    public float Hull { get; set; }

    public bool Cloaked { get; set; }

    public int WeakFrequency { get; set; }

    public int StrongFrequency { get; set; }

    public float[] Systems { get; set; } = [];
}

/// <summary>A line of the session list, for JSON.</summary>
internal sealed class JsonSession
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Scenario { get; set; } = "";

    public int Difficulty { get; set; }

    public int State { get; set; }

    public int Ships { get; set; }

    public int MaxShips { get; set; }

    public int Players { get; set; }

    public int MaxPlayers { get; set; }

    public bool Locked { get; set; }

    public string Creator { get; set; } = "";

    public uint CreatedAt { get; set; }
}

/// <summary>The session list, for JSON.</summary>
internal sealed class JsonSessionList
{
    public List<JsonSession> Sessions { get; set; } = [];
}

[JsonSerializable(typeof(JsonPlayerShip))]
[JsonSerializable(typeof(JsonNpcShip))]
[JsonSerializable(typeof(JsonSessionList))]
internal sealed partial class JsonModels : JsonSerializerContext;
