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
            Description = "Root files of protocols: those that begin with `protocol`. Imported files are found by themselves.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("check", "Shows all errors of a schema. Exits with 1 if there are any.") { schemas };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(schemas)));
        return command;
    }

    private static int Run(string[] schemas)
    {
        var isSound = true;
        foreach (var path in schemas)
        {
            var source = SchemaSource.FromFile(path);
            var result = source.Compile();
            isSound &= new DiagnosticPrinter(Console.Out, Palette.ForOutput).Print(result, source);
            if (result.Model is { } model)
                Console.WriteLine($"{path}: {model.Name} {model.Version} is sound");
        }

        return isSound ? ExitCode.Ok : ExitCode.Failed;
    }
}
