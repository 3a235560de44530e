using System.CommandLine;
using Artemis.Protocol.Tool;
using Artemis.Protocol.Tool.Commands;

var root = new RootCommand("The schema compiler of the Artemis protocol.")
{
    GenerateCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    BreakingCommand.Create(),
};

try
{
    // Errors are said in one line, not as the stack of an unhandled exception.
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ToolException error)
{
    Console.Error.WriteLine($"artemis: {error.Message}");
    return ExitCode.Failed;
}
