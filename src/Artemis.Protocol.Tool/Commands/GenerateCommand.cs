using System.CommandLine;
using Artemis.Protocol.Tool.Files;
using Artemis.Protocol.Tool.Text;

namespace Artemis.Protocol.Tool.Commands;

/// <summary><c>artemis generate</c>: writes the outputs of a schema.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var schema = new Argument<string>("schema") { Description = "The protocol's root file: the one that begins with `protocol`." };
        var csharp = Folder("--csharp", "Folder for C#. A project that has the generator needs none: it compiles the schema itself.");
        var typescript = Folder("--typescript", "Folder for TypeScript.");
        var vectors = Folder("--vectors", "Folder for conformance vectors: golden bytes with their values, as JSON.");
        var reference = Folder("--reference", "Folder for the reference, in Markdown.");
        var runtime = new Option<string?>("--typescript-runtime")
        {
            Description = "Module that the TypeScript imports its runtime from.",
            HelpName = "MODULE",
        };
        var check = new Option<bool>("--check") { Description = "Write nothing; name each file that is stale, missing or left over, and exit with 1 if there is any." };

        var command = new Command("generate", "Writes the outputs of a schema. Only files that differ are touched; what was written earlier and is made no longer is removed.")
        {
            schema, csharp, typescript, runtime, vectors, reference, check,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(schema),
            new OutputRequest(
                parsed.GetValue(csharp),
                parsed.GetValue(typescript),
                parsed.GetValue(runtime),
                parsed.GetValue(vectors),
                parsed.GetValue(reference)),
            parsed.GetValue(check)));
        return command;
    }

    private static int Run(string schema, OutputRequest request, bool isCheck)
    {
        if (request.IsEmpty)
            throw new ToolException("nothing to generate; name at least one of --csharp, --typescript, --vectors, --reference");

        var source = SchemaSource.FromFile(schema);
        var result = source.Compile();
        if (!new DiagnosticPrinter(Console.Error, Palette.ForError).Print(result, source) || result.Model is not { } model)
            return ExitCode.Failed;

        var outputs = request.Emit(model);
        var changes = OutputPlan.Compare(outputs);
        if (isCheck)
            return Report(changes);

        OutputPlan.Apply(changes);
        Print(changes, Console.Out, Palette.ForOutput, "written", "written", "removed");
        var all = outputs.Sum(output => output.Files.Count);
        Console.WriteLine($"{model.Name} {model.Version}: {all} files, {changes.Count} changed");
        return ExitCode.Ok;
    }

    private static int Report(IReadOnlyList<FileChange> changes)
    {
        if (changes.Count == 0)
        {
            Console.WriteLine("all generated files are up to date");
            return ExitCode.Ok;
        }

        Print(changes, Console.Error, Palette.ForError, "stale", "missing", "left over");
        Console.Error.WriteLine("artemis: generated files are not what the schema says; run the same command without --check");
        return ExitCode.Failed;
    }

    private static void Print(IReadOnlyList<FileChange> changes, TextWriter writer, Palette palette, string stale, string missing, string extra)
    {
        foreach (var (state, path, _) in changes)
        {
            var word = state switch { FileState.Stale => stale, FileState.Missing => missing, _ => extra };
            writer.WriteLine($"{palette.Yellow(word.PadRight(9))} {path}");
        }
    }

    private static Option<string?> Folder(string name, string description) => new(name) { Description = description, HelpName = "DIR" };
}
