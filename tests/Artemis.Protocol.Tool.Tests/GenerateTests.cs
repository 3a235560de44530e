namespace Artemis.Protocol.Tool.Tests;

public sealed class GenerateTests : IDisposable
{
    private const string Schema = """
        protocol Toy 1.0
        object Ship = 1 mask 1 { 0 heading : f32 in 0..2π wraps as u16  1 name : string(..8) }
        packet Update from server = 0x10 { tick : u32, objects : objects }
        message Hello from client = 0x12 { name : string(1..32) }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_output_that_is_asked_for_is_written()
    {
        var result = await Generate();

        Assert.Equal(0, result.ExitCode);
        foreach (var (output, pattern) in new[] { ("cs", "*.cs"), ("ts", "*.ts"), ("vectors", "*.json"), ("reference", "*.md") })
            Assert.NotEmpty(Directory.GetFiles(folder[output], pattern, SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await Generate();
        var before = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);

        var result = await Generate();

        Assert.Contains(" 0 changed", result.Output, StringComparison.Ordinal);
        Assert.All(before, pair => Assert.Equal(pair.Value, File.GetLastWriteTimeUtc(pair.Key)));
        Assert.Equal(0, (await Generate("--check")).ExitCode);
    }

    [Fact]
    public async Task A_check_names_each_file_that_is_stale_missing_or_left_over()
    {
        await Generate();
        var stale = Directory.GetFiles(folder["cs"], "*.cs").First();
        File.AppendAllText(stale, "// edited\n");
        var missing = Directory.GetFiles(folder["reference"], "*.md", SearchOption.AllDirectories).First();
        File.Delete(missing);
        var list = folder["ts/.artemis-generated"];
        File.AppendAllText(list, "Toy typescript objects/old.ts\n");
        var extra = folder.Write("ts/objects/old.ts", "old");

        var result = await Generate("--check");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"stale     {stale}", result.Error, StringComparison.Ordinal);
        Assert.Contains($"missing   {missing}", result.Error, StringComparison.Ordinal);
        Assert.Contains($"left over {extra}", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(extra));
    }

    [Fact]
    public async Task Another_quantization_makes_the_codecs_and_the_vectors_stale()
    {
        await Generate();
        folder.Write("toy.artemis", Schema.Replace("as u16", "as u8", StringComparison.Ordinal));

        var result = await Generate("--check");

        Assert.Equal(1, result.ExitCode);
        foreach (var output in new[] { "cs", "ts", "vectors", "reference" })
            Assert.Contains(Path.Combine(folder.Path, output), result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_with_errors_writes_nothing()
    {
        folder.Write("toy.artemis", "protocol Toy 1.0\nobject Ship = 1 mask 1 { 0 a : u8  0 b : u8 }");

        var result = await Processes.Artemis("generate", folder["toy.artemis"], "--csharp", folder["cs"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error ART", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["cs"]));
    }

    [Fact]
    public async Task A_run_without_an_output_says_what_to_name()
    {
        var schema = folder.Write("toy.artemis", Schema);

        var result = await Processes.Artemis("generate", schema);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--typescript", result.Error, StringComparison.Ordinal);
    }

    private Task<ProcessResult> Generate(params string[] more)
    {
        var schema = File.Exists(folder["toy.artemis"]) ? folder["toy.artemis"] : folder.Write("toy.artemis", Schema);
        return Processes.Artemis(
            ["generate", schema, "--csharp", folder["cs"], "--typescript", folder["ts"], "--vectors", folder["vectors"], "--reference", folder["reference"], .. more]);
    }
}
