using System.Runtime.CompilerServices;

namespace Artemis.Simulation;

/// <summary>Which order; numbered as the protocol's commands. The high byte is the console.</summary>
public enum OrderKind : ushort
{
    /// <summary>No order.</summary>
    None = 0,

    /// <summary>Impulse lever: <see cref="Order.Value"/> 0 to 1.</summary>
    HelmSetImpulse = 0x0101,

    /// <summary>Rudder: value −1 to 1.</summary>
    HelmSetRudder,

    /// <summary>Course: value in radians, 0 to 2π.</summary>
    HelmSetCourse,

    /// <summary>Warp: <see cref="Order.Number"/> 0 to 4.</summary>
    HelmSetWarp,

    /// <summary>Reverse: <see cref="Order.On"/>.</summary>
    HelmSetReverse,

    /// <summary>Climb: value −1 to 1.</summary>
    HelmSetClimb,

    /// <summary>Dock at the object.</summary>
    HelmDock,

    /// <summary>Cast off.</summary>
    HelmUndock,

    /// <summary>Target: the object, or 0.</summary>
    WeaponsSetTarget = 0x0201,

    /// <summary>Automatic beams: on.</summary>
    WeaponsSetAutoBeams,

    /// <summary>Fire beams at the object.</summary>
    WeaponsFireBeams,

    /// <summary>Tune beams: number is a <see cref="BeamFrequency"/>.</summary>
    WeaponsSetFrequency,

    /// <summary>Load tube <see cref="Order.Number"/> with the <see cref="Ordnance"/> in <see cref="Order.Other"/>.</summary>
    WeaponsLoadTube,

    /// <summary>Unload tube number.</summary>
    WeaponsUnloadTube,

    /// <summary>Fire tube number at the object, or 0.</summary>
    WeaponsFireTube,

    /// <summary>Convert: on is torpedo to energy.</summary>
    WeaponsConvert,

    /// <summary>Shields: on is up.</summary>
    WeaponsSetShields,

    /// <summary>Power of system number: other in percent.</summary>
    EngineeringSetPower = 0x0301,

    /// <summary>Coolant of system number: other in units.</summary>
    EngineeringSetCoolant,

    /// <summary>Power and coolant of all systems: <see cref="Order.Percent"/> and <see cref="Order.Coolant"/>.</summary>
    EngineeringSetAll,

    /// <summary>Send team number to system other.</summary>
    EngineeringSendTeam,

    /// <summary>Let team number find its own work: on.</summary>
    EngineeringSetAutonomous,

    /// <summary>Scan the object.</summary>
    ScienceScan = 0x0401,

    /// <summary>Give up the scan.</summary>
    ScienceCancelScan,

    /// <summary>Hail the object: number is a <see cref="Hail"/>, other an <see cref="Ordnance"/>.</summary>
    CommsHail = 0x0501,

    /// <summary>Send <see cref="Order.Text"/> to the ship.</summary>
    CommsText,

    /// <summary>Red alert: on.</summary>
    CommsSetRedAlert,

    /// <summary>Main screen: number is a <see cref="MainScreenView"/>.</summary>
    MainScreenSetView = 0x0601,
}

/// <summary>Eight numbers, one a system.</summary>
[InlineArray(SystemArray.Count)]
public struct SystemValues
{
    private ushort _first;
}

/// <summary>An order of a crew. Says what shall be, so that it may be given twice. Any values may be put in: they are checked.</summary>
public struct Order
{
    /// <summary>Which order; says what the other fields mean.</summary>
    public OrderKind Kind;

    /// <summary>What it is about; 0 is nothing.</summary>
    public uint ObjectId;

    /// <summary>A real number.</summary>
    public double Value;

    /// <summary>A whole number: system, tube, team, factor, frequency, hail or view.</summary>
    public int Number;

    /// <summary>A second whole number: percent, coolant, ordnance or system.</summary>
    public int Other;

    /// <summary>Yes or no.</summary>
    public bool On;

    /// <summary>Words; only for <see cref="OrderKind.CommsText"/>.</summary>
    public string? Text;

    /// <summary>Percent of power of each system, for <see cref="OrderKind.EngineeringSetAll"/>.</summary>
    public SystemValues Percent;

    /// <summary>Coolant of each system, for <see cref="OrderKind.EngineeringSetAll"/>.</summary>
    public SystemValues Coolant;

    /// <summary>Consoles that may give this kind of order; none if there is no such kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The consoles.</returns>
    public static ConsoleSet ConsolesFor(OrderKind kind) => ((int)kind >> 8) switch
    {
        1 when kind <= OrderKind.HelmUndock => ConsoleSet.Helm,
        2 when kind <= OrderKind.WeaponsSetShields => ConsoleSet.Weapons,
        3 when kind <= OrderKind.EngineeringSetAutonomous => ConsoleSet.Engineering,
        4 when kind <= OrderKind.ScienceCancelScan => ConsoleSet.Science,
        5 when kind <= OrderKind.CommsSetRedAlert => ConsoleSet.Communications,
        6 when kind <= OrderKind.MainScreenSetView => ConsoleSet.MainScreen | ConsoleSet.Helm,
        _ => ConsoleSet.None,
    };
}
