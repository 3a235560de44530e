using System.Text.RegularExpressions;

namespace Artemis.Protocol.Tool.Tests;

public sealed partial class CheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_artemis_protocol_is_sound()
    {
        var result = await Processes.Artemis("check", Path.Combine(Processes.Repository, "protocol-schema", "artemis.artemis"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("is sound", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_mistakes_in_two_files_are_five_errors_each_with_a_caret()
    {
        folder.Write("ships.artemis", FiveMistakes.Ships);
        var root = folder.Write("toy.artemis", FiveMistakes.Root);

        var result = await Processes.Artemis("check", root);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(FiveMistakes.Places, Headline().Matches(result.Output).Select(match => $"{Path.GetFileName(match.Groups[1].Value)}({match.Groups[2].Value}): {match.Groups[3].Value}"));
        Assert.Equal(5, Caret().Count(result.Output));
        Assert.Contains("5 errors, 0 warnings", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_named_beside_the_one_that_imports_it_is_checked_once_with_it()
    {
        var part = folder.Write("ships.artemis", FiveMistakes.Ships);
        var root = folder.Write("toy.artemis", FiveMistakes.Root);

        var result = await Processes.Artemis("check", part, root);

        Assert.Equal(FiveMistakes.Places.Count, Headline().Count(result.Output));
    }

    [Fact]
    public async Task Who_wants_to_hear_of_errors_alone_hears_nothing_of_what_is_sound()
    {
        var sound = folder.Write("sound.artemis", "protocol Sound 1.0");
        var wrong = folder.Write("wrong.artemis", "protocol Wrong 1.0\nobject Ship");

        var nothing = await Processes.Artemis("check", "--quiet", sound);
        var something = await Processes.Artemis("check", "--quiet", sound, wrong);

        Assert.Equal((0, ""), (nothing.ExitCode, nothing.All));
        Assert.Equal(1, something.ExitCode);
        Assert.DoesNotContain("sound", something.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_on_a_terminal_has_no_colours()
    {
        var root = folder.Write("toy.artemis", "protocol Toy 1.0\nobject Ship");

        var result = await Processes.Artemis("check", root);

        Assert.DoesNotContain('\e', result.All);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_one_line_and_not_a_stack()
    {
        var result = await Processes.Artemis("check", folder["none.artemis"]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("artemis: cannot read the schema", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("generate", "--help")]
    [InlineData("check", "--help")]
    [InlineData("explain", "--help")]
    [InlineData("breaking", "--help")]
    public async Task Every_command_explains_itself(params string[] arguments)
    {
        var result = await Processes.Artemis(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(.+)\((\d+,\d+)\): error (ART\d{4}): ", RegexOptions.Multiline)]
    private static partial Regex Headline();

    [GeneratedRegex(@"^ +\| +\^+$", RegexOptions.Multiline)]
    private static partial Regex Caret();
}
