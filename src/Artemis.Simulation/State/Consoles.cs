namespace Artemis.Simulation;

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
