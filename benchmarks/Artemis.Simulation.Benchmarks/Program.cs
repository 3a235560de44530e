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

var run = BattleRun.Measure();
var phases = new Dictionary<string, double>
{
    ["physics"] = run.PhaseMs(GamePhase.Motion, GamePhase.Hazards),
    ["npcAi"] = run.PhaseMs(GamePhase.Npcs),
    ["crewAi"] = run.PhaseMs(GamePhase.Crew),
    ["combat"] = run.PhaseMs(
        GamePhase.Shields, GamePhase.Beams, GamePhase.Tubes, GamePhase.Torpedoes, GamePhase.Drones, GamePhase.Mines),
    ["shipSystems"] = run.PhaseMs(GamePhase.Power, GamePhase.Repair, GamePhase.Docking, GamePhase.Scans, GamePhase.Comms),
    ["world"] = run.PhaseMs(GamePhase.Fleets, GamePhase.Sweep, GamePhase.Victory),
};

Console.WriteLine($"Fleet Action, 8 ships, {run.Ticks} ticks; at least {run.LeastNearMovers} near movers, {run.TorpedoesInFlight:0.0} torpedoes in flight");
Console.WriteLine($"tick       median {run.MedianMs:0.000} ms   p99 {run.P99Ms:0.000} ms   max {run.MaxMs:0.000} ms");
foreach (var (name, ms) in phases) Console.WriteLine($"{name,-12}  mean {ms:0.0000} ms");
Console.WriteLine($"allocated  {run.AllocatedBytesPerTick:0.##} bytes a steady tick");

if (json >= 0)
{
    File.WriteAllText(args[json + 1], JsonSerializer.Serialize(
        new
        {
            tickMs = new { median = run.MedianMs, p99 = run.P99Ms, max = run.MaxMs },
            phaseMs = phases,
            allocatedBytesPerTick = run.AllocatedBytesPerTick,
            ticks = run.Ticks,
            nearMoversPerShip = run.LeastNearMovers,
            torpedoesInFlight = run.TorpedoesInFlight,
        },
        new JsonSerializerOptions { WriteIndented = true }));
}
return 0;
