using System.CommandLine;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Tool.Comparison;
using Artemis.Protocol.Tool.Files;
using Artemis.Protocol.Tool.Text;

namespace Artemis.Protocol.Tool.Commands;

/// <summary><c>artemis breaking</c>: which edits of a schema hurt clients that are out there.</summary>
internal static class BreakingCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "Root file of the schema as clients know it, say from the last release." };
        var now = new Argument<string>("new") { Description = "Root file of the schema as it is now." };
        var command = new Command(
            "breaking",
            "Says which edits between two versions of a schema break existing clients. Exits with 1 if any does on the wire, unless the major version was raised.")
        {
            old, now,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(old), parsed.GetRequiredValue(now)));
        return command;
    }

    private static int Run(string oldPath, string newPath)
    {
        if (Compile(oldPath) is not { } before || Compile(newPath) is not { } after)
            return ExitCode.Failed;

        var edits = ModelComparer.Compare(before, after);
        foreach (var edit in edits)
            Console.WriteLine($"{Label(edit.Harm)} {Palette.ForOutput.Bold(edit.Where)}: {edit.What}");

        var broken = edits.Count(edit => edit.Harm == Harm.Wire);
        var isMajor = after.Version.Major > before.Version.Major;
        Console.WriteLine(edits.Count == 0
            ? "no edit that a client could notice"
            : $"{edits.Count} edits, {broken} of them break the wire{(broken > 0 && isMajor ? ", as a new major version may" : "")}");
        return broken == 0 || isMajor ? ExitCode.Ok : ExitCode.Failed;
    }

    private static ProtocolModel? Compile(string path)
    {
        var source = SchemaSource.FromFile(path);
        var result = source.Compile();
        new DiagnosticPrinter(Console.Error, Palette.ForError).Print(result, source);
        return result.Model;
    }

    private static string Label(Harm harm) => harm switch
    {
        Harm.Wire => Palette.ForOutput.Red("breaks the wire"),
        Harm.Source => Palette.ForOutput.Yellow("breaks source  "),
        _ => Palette.ForOutput.Green("harmless       "),
    };
}
