using Artemis.Protocol.Generator;
using Artemis.Protocol.Tool.Files;

namespace Artemis.Protocol.Tool.Tests;

public sealed class OutputPlanTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_folder_gets_every_file_and_a_list_of_them()
    {
        var output = Output("typescript", ("a.ts", "a"), ("objects/b.ts", "b"));

        var changes = OutputPlan.Compare([output]);
        OutputPlan.Apply(changes);

        Assert.All(changes, change => Assert.Equal(FileState.Missing, change.State));
        Assert.Equal("b", File.ReadAllText(folder["objects/b.ts"]));
        Assert.Contains("Toy typescript objects/b.ts", File.ReadAllText(folder[OutputManifest.FileName]), StringComparison.Ordinal);
        Assert.Empty(OutputPlan.Compare([output]));
    }

    [Fact]
    public void A_file_that_was_edited_by_hand_is_stale_and_the_others_are_left_alone()
    {
        var output = Output("csharp", ("a.cs", "a"), ("b.cs", "b"));
        OutputPlan.Apply(OutputPlan.Compare([output]));
        folder.Write("a.cs", "edited");

        var change = Assert.Single(OutputPlan.Compare([output]));

        Assert.Equal((FileState.Stale, folder["a.cs"], "a"), (change.State, change.Path, change.Text));
    }

    [Fact]
    public void A_file_that_is_made_no_longer_is_removed_with_its_folder()
    {
        OutputPlan.Apply(OutputPlan.Compare([Output("csharp", ("a.cs", "a"), ("old/b.cs", "b"))]));
        var smaller = Output("csharp", ("a.cs", "a"));

        var changes = OutputPlan.Compare([smaller]);
        OutputPlan.Apply(changes);

        Assert.Contains(changes, change => change.State == FileState.Extra && change.Path == folder["old/b.cs"]);
        Assert.False(Directory.Exists(folder["old"]));
        Assert.Empty(OutputPlan.Compare([smaller]));
    }

    [Fact]
    public void Files_of_others_in_the_same_folder_are_never_touched()
    {
        OutputPlan.Apply(OutputPlan.Compare([Output("csharp", ("a.cs", "a"))]));
        OutputPlan.Apply(OutputPlan.Compare([Output("reference", ("a.md", "a"))]));
        folder.Write("mine.cs", "mine");

        OutputPlan.Apply(OutputPlan.Compare([Output("csharp", ("b.cs", "b"))]));

        Assert.Equal(["a.md", "b.cs", "mine.cs"], Names());
    }

    [Fact]
    public void A_list_that_points_outside_its_folder_removes_nothing_there()
    {
        var outside = folder.Write("outside.txt", "keep");
        folder.Write("inside/" + OutputManifest.FileName, "Toy csharp ../outside.txt\n");

        OutputPlan.Apply(OutputPlan.Compare([new OutputSet("Toy", "csharp", folder["inside"], [])]));

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void Line_ends_of_a_checkout_make_nothing_stale()
    {
        var output = Output("csharp", ("a.cs", "one\ntwo\n"));
        OutputPlan.Apply(OutputPlan.Compare([output]));
        folder.Write("a.cs", "one\r\ntwo\r\n");

        Assert.Empty(OutputPlan.Compare([output]));
    }

    private OutputSet Output(string kind, params (string Path, string Text)[] files) =>
        new("Toy", kind, folder.Path, [.. files.Select(file => new OutputFile(file.Path, file.Text))]);

    private string[] Names() =>
        [.. Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)).Where(name => name[0] != '.').Order(StringComparer.Ordinal)];
}
