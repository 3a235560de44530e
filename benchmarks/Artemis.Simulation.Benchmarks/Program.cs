using System.Globalization;
using System.Text.Json;
using Artemis.Simulation;
using Artemis.Simulation.Benchmarks;

// Figures of the simulation alone. --json FILE writes them.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int json = Array.IndexOf(args, "--json");
if (json >= 0 && json + 1 >= args.Length)
{
    Console.Error.WriteLine("--json wants a file");
    return 2;
}

var played = BattleRun.Measure("fleet-action");
var battle = BattleRun.Measure("battle-drill");
Print(played);
Print(battle);
if (json >= 0)
{
    // At the top is what is a battle throughout; the scenario as crews of the computer play it stands beside it.
    var figures = Describe(battle);
    figures.Add("fleetAction", Describe(played));
    File.WriteAllText(args[json + 1], JsonSerializer.Serialize(figures, new JsonSerializerOptions { WriteIndented = true }));
}
if (!battle.Count.IsBattle)
{
    Console.Error.WriteLine("The drill was no battle throughout: its figures do not count.");
    return 1;
}
return 0;

static void Print(BattleRun run)
{
    var count = run.Count;
    Console.WriteLine(
        $"{run.Scenario.Name}, 8 ships, {run.Ticks} ticks, {count.Objects:0} objects: {count.LeastNearMovers} near movers a ship at least, "
        + $"torpedoes in flight a ship {count.LeastTorpedoesPerShip:0.0} at least, {count.TorpedoesPerShip:0.0} on average"
        + (count.IsBattle ? "" : " (no battle throughout)"));
    Console.WriteLine($"  tick         median {run.MedianMs:0.000} ms   p99 {run.P99Ms:0.000} ms   max {run.MaxMs:0.000} ms");
    foreach (var (name, ms) in Phases(run)) Console.WriteLine($"  {name,-12} mean {ms:0.0000} ms");
    Console.WriteLine($"  allocated    {run.AllocatedBytesPerTick:0.##} bytes a steady tick ({run.SteadyTicks} of {run.Ticks})");
}

static Dictionary<string, double> Phases(BattleRun run) => new()
{
    ["physics"] = run.PhaseMs(GamePhase.Motion, GamePhase.Hazards),
    ["npcAi"] = run.PhaseMs(GamePhase.Npcs),
    ["crewAi"] = run.PhaseMs(GamePhase.Crew),
    ["combat"] = run.PhaseMs(
        GamePhase.Shields, GamePhase.Beams, GamePhase.Tubes, GamePhase.Torpedoes, GamePhase.Drones, GamePhase.Mines),
    ["shipSystems"] = run.PhaseMs(GamePhase.Power, GamePhase.Repair, GamePhase.Docking, GamePhase.Scans, GamePhase.Comms),
    ["world"] = run.PhaseMs(GamePhase.Fleets, GamePhase.Sweep, GamePhase.Victory),
};

static Dictionary<string, object> Describe(BattleRun run) => new()
{
    ["scenario"] = run.Scenario.Id,
    ["tickMs"] = new { median = run.MedianMs, p99 = run.P99Ms, max = run.MaxMs },
    ["phaseMs"] = Phases(run),
    ["allocatedBytesPerTick"] = run.AllocatedBytesPerTick,
    ["ticks"] = run.Ticks,
    ["objects"] = run.Count.Objects,
    ["isBattle"] = run.Count.IsBattle,
    ["leastNearMoversPerShip"] = run.Count.LeastNearMovers,
    ["leastTorpedoesPerShip"] = run.Count.LeastTorpedoesPerShip,
    ["torpedoesPerShip"] = run.Count.TorpedoesPerShip,
};
