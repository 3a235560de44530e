using System.Text.Json;
using Artemis.ReferenceServer.Observability;
using Artemis.Simulation;
using Artemis.Simulation.Benchmarks;

// Figures of a game's ticks, simulation and replication. --json FILE writes them.
int json = Array.IndexOf(args, "--json");
if (json >= 0 && json + 1 >= args.Length)
{
    Console.Error.WriteLine("--json wants a file");
    return 2;
}

// As in a server that is watched.
using var metrics = new PrometheusExporter();
var played = await BattleRun.MeasureAsync("fleet-action");
var battle = await BattleRun.MeasureAsync("battle-drill");
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
    PrintTimes("whole tick", run.Tick);
    PrintTimes("simulation", run.Step);
    foreach (var (name, ms) in Phases(run)) Console.WriteLine($"  {name,-14} mean {ms:0.0000} ms");
    Console.WriteLine($"  sent           {run.BytesPerSecondPerPlayer:0} bytes a second to each of {CrewedGame.Players} consoles");
    Console.WriteLine($"  allocated      {run.AllocatedBytesPerTick:0.##} bytes a steady tick ({run.SteadyTicks} of {run.Ticks}), nothing in {100 * run.TicksWithoutAllocation:0.##} % of them");
}

static void PrintTimes(string name, Times times) =>
    Console.WriteLine($"  {name,-14} median {times.Median:0.000} ms   p99 {times.P99:0.000} ms   max {times.Max:0.000} ms");

// Six phases as they were planned, and what else there is.
static Dictionary<string, double> Phases(BattleRun run) => new()
{
    ["physics"] = run.PhaseMs(GamePhase.Motion, GamePhase.Hazards),
    ["npcAi"] = run.PhaseMs(GamePhase.Npcs),
    ["combat"] = run.PhaseMs(
        GamePhase.Shields, GamePhase.Beams, GamePhase.Tubes, GamePhase.Torpedoes, GamePhase.Drones, GamePhase.Mines),
    ["stateDelta"] = run.PhaseMs(TickPhase.StateDelta),
    ["interest"] = run.PhaseMs(TickPhase.Interest),
    ["serialization"] = run.PhaseMs(TickPhase.Serialization),
    ["orders"] = run.PhaseMs(TickPhase.Orders),
    ["crewAi"] = run.PhaseMs(GamePhase.Crew),
    ["shipSystems"] = run.PhaseMs(GamePhase.Power, GamePhase.Repair, GamePhase.Docking, GamePhase.Scans, GamePhase.Comms),
    ["world"] = run.PhaseMs(GamePhase.Fleets, GamePhase.Sweep, GamePhase.Victory),
};

static object TimesOf(Times times) => new { median = times.Median, p99 = times.P99, max = times.Max };

static Dictionary<string, object> Describe(BattleRun run) => new()
{
    ["scenario"] = run.Scenario.Id,
    ["tickMs"] = TimesOf(run.Tick),
    ["simulationMs"] = TimesOf(run.Step),
    ["phaseMs"] = Phases(run),
    ["allocatedBytesPerTick"] = run.AllocatedBytesPerTick,
    ["ticksWithoutAllocation"] = run.TicksWithoutAllocation,
    ["bytesPerSecondPerPlayer"] = run.BytesPerSecondPerPlayer,
    ["ticks"] = run.Ticks,
    ["objects"] = run.Count.Objects,
    ["isBattle"] = run.Count.IsBattle,
    ["leastNearMoversPerShip"] = run.Count.LeastNearMovers,
    ["leastTorpedoesPerShip"] = run.Count.LeastTorpedoesPerShip,
    ["torpedoesPerShip"] = run.Count.TorpedoesPerShip,
};
