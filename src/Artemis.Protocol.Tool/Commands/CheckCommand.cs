using System.CommandLine;
using Artemis.Protocol.Tool.Files;
using Artemis.Protocol.Tool.Text;

namespace Artemis.Protocol.Tool.Commands;

/// <summary><c>artemis check</c>: diagnostics and nothing else.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var schemas = new Argument<string[]>("schema")
        {
            Description = "Root files of protocols: those that begin with `protocol`. What they import is checked with them, whether it is named or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var quiet = new Option<bool>("--quiet") { Description = "Show schemas with errors only." };
        var command = new Command("check", "Shows all errors of a schema. Exits with 1 if there are any.") { schemas, quiet };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(schemas), parsed.GetValue(quiet)));
        return command;
    }

    private static int Run(string[] paths, bool quiet)
    {
        var isSound = true;
        var roots = new List<SchemaSource>();
        // Roots first: only then is known what they import.
        foreach (var source in paths.Select(SchemaSource.FromFile).OrderByDescending(source => source.IsRoot))
        {
            if (!source.IsRoot && roots.Exists(root => root.Imports(source)))
                continue;
            roots.Add(source);
            var result = source.Compile();
            if (quiet && result.Model is not null)
                continue;
            isSound &= new DiagnosticPrinter(Console.Out, Palette.ForOutput).Print(result, source);
            if (result.Model is { } model)
                Console.WriteLine($"{source.Root.Path}: {model.Name} {model.Version} is sound");
        }

        return isSound ? ExitCode.Ok : ExitCode.Failed;
    }
}
