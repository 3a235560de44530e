using System.Text.Json;
using System.Text.Json.Nodes;
using Artemis.Protocol;

namespace Artemis.Client.Tests.Flights;

/// <summary>
/// What went into a predictor or a track and what came out, step by step, with every bit of every number. Clients in other languages replay
/// it, and pictures are drawn of it.
/// </summary>
internal sealed class FlightRecord
{
    private readonly JsonArray steps = [];
    private readonly List<(double Now, Pose Shown, Pose Truth)> shown = [];

    /// <summary>What was shown when, and where the ship really was.</summary>
    public IReadOnlyList<(double Now, Pose Shown, Pose Truth)> Shown => shown;

    public void Order(uint sequence, uint command, double value, double arrival) =>
        Add("order", sequence, command, value, arrival);

    public void State(uint tick, in PlayerShip ship, in ShipMotion motion, uint sequence) =>
        Add(
            "state", tick, sequence,
            ship.PosX, ship.PosY, ship.PosZ, ship.Heading, ship.Velocity, ship.Impulse, ship.WarpFactor, ship.Reverse ? 1 : 0,
            (double)motion.Steering, motion.Rudder, motion.Course, motion.Climb, motion.TurnRate, motion.ClimbVelocity, motion.Warp,
            motion.TopSpeed, motion.TopTurnRate, motion.WarpEffect, motion.WarpCeiling);

    public void Sample(double now, double arrival, in Pose pose, in Pose truth)
    {
        Add("sample", now, arrival, pose.X, pose.Y, pose.Z, pose.Heading, truth.X, truth.Z);
        shown.Add((now, pose, truth));
    }

    public void Update(double now, ReadOnlySpan<byte> body) =>
        steps.Add((JsonNode)new JsonArray("update", now, Convert.ToHexStringLower(body)));

    public void Show(double now, ReadOnlySpan<Pose> poses)
    {
        var numbers = new List<double> { now };
        foreach (var pose in poses) numbers.AddRange([pose.X, pose.Y, pose.Z, pose.Heading]);
        Add("show", [.. numbers]);
    }

    public void Truth(double time, ReadOnlySpan<Pose> poses)
    {
        var numbers = new List<double> { time };
        foreach (var pose in poses) numbers.AddRange([Math.Round(pose.X, 2), Math.Round(pose.Z, 2)]);
        Add("truth", [.. numbers]);
    }

    public void Names(IEnumerable<Contact> contacts)
    {
        foreach (var contact in contacts) steps.Add((JsonNode)new JsonArray("contact", contact.Id, contact.Name));
    }

    /// <summary>Compares with the record in the repository. ARTEMIS_UPDATE=1 writes it instead.</summary>
    public void Check(string name)
    {
        var path = Path.Combine(Repository(), "tests", "netcode-vectors", name + ".json");
        var text = "[\n" + string.Join(",\n", steps.Select(step => step!.ToJsonString())) + "\n]\n";
        if (Environment.GetEnvironmentVariable("ARTEMIS_UPDATE") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }

    private void Add(string kind, params ReadOnlySpan<double> numbers)
    {
        var step = new JsonArray(kind);
        foreach (double number in numbers) step.Add(JsonValue.Create(number));
        steps.Add((JsonNode)step);
    }

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Artemis.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository is not around the tests.");
    }
}
