using Artemis.Simulation;

namespace Artemis.ReferenceServer.Gateway.Http.Contracts;

/// <summary>A scenario that a session may be made with.</summary>
/// <param name="Id">What the protocol calls it.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Crew">For how many ships, or for whom.</param>
internal sealed record ScenarioInfo(string Id, string Name, string Description, string Crew)
{
    /// <summary>Describes a scenario.</summary>
    public static ScenarioInfo From(Scenario scenario) => new(scenario.Id, scenario.Name, scenario.Description, scenario.Crew);
}

/// <summary>What instruments must know of a class of ship.</summary>
/// <param name="ShipClass">The class, as a number of the protocol.</param>
/// <param name="ShieldsFore">Full strength of the fore half.</param>
/// <param name="ShieldsAft">Full strength of the aft half.</param>
/// <param name="BeamRange">How far the beams reach, in units.</param>
/// <param name="BeamArcDegrees">Width of each beam's arc.</param>
/// <param name="BeamCycleSeconds">From one shot of a beam to its next, at full effect.</param>
/// <param name="BeamBearingsDegrees">Where the middle of each beam's arc points, clockwise from the bow.</param>
/// <param name="TorpedoRange">How far off a target of torpedoes may be, in units.</param>
/// <param name="HomingMost">Homing torpedoes that there is room for, those in tubes among them.</param>
/// <param name="EnergyMost">Energy that there is room for.</param>
/// <param name="EnergyPerTorpedo">Energy that a homing torpedo is changed into, and out of.</param>
internal sealed record ShipClassInfo(
    int ShipClass,
    double ShieldsFore,
    double ShieldsAft,
    double BeamRange,
    double BeamArcDegrees,
    double BeamCycleSeconds,
    IReadOnlyList<double> BeamBearingsDegrees,
    double TorpedoRange,
    int HomingMost,
    double EnergyMost,
    double EnergyPerTorpedo)
{
    /// <summary>Describes a class of ship.</summary>
    public static ShipClassInfo From(Simulation.ShipClass shipClass, ShipBalance ship, Balance balance) => new(
        (int)shipClass,
        ship.ShieldsFore,
        ship.ShieldsAft,
        ship.Beams.Range,
        ship.Beams.ArcDegrees,
        ship.Beams.CycleSeconds,
        ship.Beams.BearingsDegrees,
        balance.Ordnance.Range,
        ship.Stores.Homing,
        balance.Power.EnergyMost,
        balance.Ordnance.EnergyPerTorpedo);
}
