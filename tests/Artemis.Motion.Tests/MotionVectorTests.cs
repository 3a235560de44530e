using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Artemis.Motion.Tests;

/// <summary>
/// The approved traces that every port of the motion step must reproduce bit for bit. UPDATE_APPROVED=1 writes them anew.
/// </summary>
public class MotionVectorTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        IncludeFields = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private static readonly string Folder = Path.Combine(
        typeof(MotionVectorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "RepositoryRoot").Value!,
        "tests",
        "motion-vectors");

    public static TheoryData<string> Names => [.. MotionTraces.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_step_reproduces_the_approved_trace(string name)
    {
        string written = Write(MotionTraces.Run(MotionTraces.All[name]));
        string path = Path.Combine(Folder, name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, written);
        }
        Assert.Equal(File.ReadAllText(path), written);
    }

    [Fact]
    public void No_approved_trace_is_left_over() =>
        Assert.Equal(
            MotionTraces.All.Keys.Order(),
            Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order());

    // One line a leg: shortest decimals that read back to the same bits, in .NET and in JavaScript.
    private static string Write(MotionTrace trace)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine("{");
        text.WriteLine($"  \"about\": {JsonSerializer.Serialize(trace.About)},");
        text.WriteLine($"  \"limits\": {JsonSerializer.Serialize(trace.Limits, Json)},");
        text.WriteLine($"  \"start\": {JsonSerializer.Serialize(trace.Start, Json)},");
        text.WriteLine("  \"legs\": [");
        text.Write(string.Join(",\n", trace.Legs.Select(leg =>
            $"    {{\"ticks\":{leg.Ticks},\"input\":{JsonSerializer.Serialize(leg.Input, Json)},\n"
            + $"     \"state\":{JsonSerializer.Serialize(leg.State, Json)}}}")));
        text.WriteLine("\n  ]");
        text.WriteLine("}");
        return text.ToString();
    }
}
