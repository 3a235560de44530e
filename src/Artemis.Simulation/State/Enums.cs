namespace Artemis.Simulation;

// The names and numbers of the protocol, so that a server maps one to the other by a cast.

/// <summary>The six consoles of a bridge.</summary>
public enum BridgeConsole : byte
{
    /// <summary>The viewscreen.</summary>
    MainScreen,

    /// <summary>Steers and sets speed.</summary>
    Helm,

    /// <summary>Targets, beams, tubes and shields.</summary>
    Weapons,

    /// <summary>Power, coolant and repairs.</summary>
    Engineering,

    /// <summary>Scans and the long-range map.</summary>
    Science,

    /// <summary>Hails, orders to bases, red alert.</summary>
    Communications,
}

/// <summary>Some of the six consoles; bit n is console n.</summary>
[Flags]
public enum ConsoleSet : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The main screen.</summary>
    MainScreen = 1 << BridgeConsole.MainScreen,

    /// <summary>The helm.</summary>
    Helm = 1 << BridgeConsole.Helm,

    /// <summary>Weapons.</summary>
    Weapons = 1 << BridgeConsole.Weapons,

    /// <summary>Engineering.</summary>
    Engineering = 1 << BridgeConsole.Engineering,

    /// <summary>Science.</summary>
    Science = 1 << BridgeConsole.Science,

    /// <summary>Communications.</summary>
    Communications = 1 << BridgeConsole.Communications,

    /// <summary>All six.</summary>
    All = MainScreen | Helm | Weapons | Engineering | Science | Communications,
}

/// <summary>What the main screen shows.</summary>
public enum MainScreenView : byte
{
    /// <summary>Ahead.</summary>
    Fore,

    /// <summary>Astern.</summary>
    Aft,

    /// <summary>To port.</summary>
    Port,

    /// <summary>To starboard.</summary>
    Starboard,

    /// <summary>The near map.</summary>
    Tactical,

    /// <summary>The far map.</summary>
    LongRange,

    /// <summary>The state of the ship.</summary>
    Status,
}

/// <summary>Tuning of beams and shields.</summary>
public enum BeamFrequency : byte
{
    /// <summary>A.</summary>
    A,

    /// <summary>B.</summary>
    B,

    /// <summary>C.</summary>
    C,

    /// <summary>D.</summary>
    D,

    /// <summary>E.</summary>
    E,
}

/// <summary>The five kinds of ordnance.</summary>
public enum Ordnance : byte
{
    /// <summary>Seeks its target.</summary>
    Homing,

    /// <summary>Great damage over a wide area.</summary>
    Nuke,

    /// <summary>Stays where it was laid.</summary>
    Mine,

    /// <summary>Halves shields over a wide area.</summary>
    Emp,

    /// <summary>Damages systems only.</summary>
    PShock,
}

/// <summary>The eight systems of a ship.</summary>
public enum ShipSystem : byte
{
    /// <summary>Beam weapons.</summary>
    Beams,

    /// <summary>Torpedo tubes.</summary>
    Torpedoes,

    /// <summary>Sensors.</summary>
    Sensors,

    /// <summary>Thrusters.</summary>
    Maneuvering,

    /// <summary>Impulse engines.</summary>
    Impulse,

    /// <summary>Warp drive.</summary>
    Warp,

    /// <summary>Generator of the fore shield.</summary>
    ForeShields,

    /// <summary>Generator of the aft shield.</summary>
    AftShields,
}

/// <summary>Classes of ship that crews fly.</summary>
public enum ShipClass : byte
{
    /// <summary>All-round.</summary>
    LightCruiser,

    /// <summary>Fast and weak.</summary>
    Scout,

    /// <summary>Strong and slow.</summary>
    Battleship,

    /// <summary>Four tubes, one beam.</summary>
    MissileCruiser,

    /// <summary>One beam of long range.</summary>
    Dreadnought,
}

/// <summary>Kinds of ship that the computer flies.</summary>
public enum NpcKind : byte
{
    /// <summary>The common enemy.</summary>
    Light,

    /// <summary>Strong and slow; launches drones.</summary>
    Heavy,

    /// <summary>Fast, with a special ability.</summary>
    Elite,

    /// <summary>Small and fast.</summary>
    Fighter,

    /// <summary>Flies at its target and goes off.</summary>
    Drone,

    /// <summary>Unarmed; carries goods from base to base.</summary>
    Freighter,

    /// <summary>A friend that fights.</summary>
    Escort,
}

/// <summary>The special ability of an elite ship.</summary>
public enum EliteSpecial : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Cannot be seen from afar.</summary>
    Cloak,

    /// <summary>Jumps close to its target.</summary>
    Jump,

    /// <summary>Drains the shields of ships that are near.</summary>
    ShieldDrain,
}

/// <summary>Whose side something is on.</summary>
public enum Faction : byte
{
    /// <summary>Nobody's.</summary>
    Neutral,

    /// <summary>The crews' own.</summary>
    Friendly,

    /// <summary>The enemy's.</summary>
    Hostile,
}

/// <summary>What science knows of a contact.</summary>
public enum ScanState : byte
{
    /// <summary>Where it is.</summary>
    None,

    /// <summary>Class and shields.</summary>
    Once,

    /// <summary>Frequencies and systems as well.</summary>
    Twice,
}

/// <summary>What a torpedo tube is doing.</summary>
public enum TubeStatus : byte
{
    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>Being loaded.</summary>
    Loading,

    /// <summary>Ready to fire.</summary>
    Loaded,

    /// <summary>Being emptied.</summary>
    Unloading,
}

/// <summary>What may be said to a contact.</summary>
public enum Hail : byte
{
    /// <summary>To bases and friends: report.</summary>
    Status,

    /// <summary>To bases: prepare for us to dock.</summary>
    StandBy,

    /// <summary>To bases: build ordnance.</summary>
    Build,

    /// <summary>To enemies: surrender.</summary>
    Surrender,

    /// <summary>To enemies: taunt.</summary>
    Taunt,

    /// <summary>To friends: attack our target.</summary>
    Attack,

    /// <summary>To friends: go to a base.</summary>
    Retreat,
}

/// <summary>Whom a message came from and what sort it is.</summary>
public enum CommsKind : byte
{
    /// <summary>Talk.</summary>
    Chatter,

    /// <summary>From a base.</summary>
    Base,

    /// <summary>From a friend.</summary>
    Friend,

    /// <summary>From an enemy.</summary>
    Enemy,

    /// <summary>From another crew.</summary>
    Ship,

    /// <summary>About the own ship.</summary>
    Status,

    /// <summary>Something that cannot wait.</summary>
    Alert,
}

/// <summary>What an id names.</summary>
public enum EntityKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A crew's ship.</summary>
    PlayerShip,

    /// <summary>A ship that the computer flies.</summary>
    Npc,

    /// <summary>A base.</summary>
    Base,

    /// <summary>A torpedo under way.</summary>
    Torpedo,

    /// <summary>A mine.</summary>
    Mine,

    /// <summary>A nebula.</summary>
    Nebula,

    /// <summary>An asteroid.</summary>
    Asteroid,

    /// <summary>A black hole.</summary>
    BlackHole,

    /// <summary>An anomaly.</summary>
    Anomaly,
}

/// <summary>How a game stands.</summary>
public enum GameOutcome : byte
{
    /// <summary>Still being played.</summary>
    None,

    /// <summary>Won.</summary>
    Victory,

    /// <summary>Lost.</summary>
    Defeat,
}
