using System.CommandLine;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Tool.Files;
using Artemis.Protocol.Tool.Text;

namespace Artemis.Protocol.Tool.Commands;

/// <summary><c>artemis explain</c>: takes captured bytes apart.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = "File with the bytes, raw or as hexadecimal digits; `-` or nothing is the standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var hex = new Option<string?>("--hex") { Description = "The bytes as hexadecimal digits; spaces and the like between them mean nothing.", HelpName = "HEX" };
        var json = new Option<bool>("--json") { Description = "Write one JSON object a packet, each on a line of its own." };
        var schema = new Option<string?>("--schema") { Description = "Root file of the protocol; the Artemis protocol if not given.", HelpName = "FILE" };
        var command = new Command(
            "explain",
            "Takes captured bytes apart, packet by packet, such as the content of a WebSocket message. A packet that is framed well but of an unknown "
            + "type, or whose body is not what the schema says, is said to be so and skipped. Bad framing ends it and exits with 1.")
        {
            file, hex, json, schema,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file), parsed.GetValue(hex), parsed.GetValue(json), parsed.GetValue(schema)));
        return command;
    }

    private static int Run(string? file, string? hex, bool isJson, string? schema)
    {
        if (hex is not null && file is not null)
            throw new ToolException("give the bytes either by --hex or as a file, not both");

        var bytes = hex is not null ? HexInput.Parse(hex) : HexInput.ParseFile(ReadFile(file));
        if (bytes.Length == 0)
            throw new ToolException("there are no bytes to explain; see artemis explain --help");

        var source = SchemaSource.FromFileOrArtemis(schema);
        var result = source.Compile();
        if (result.Model is not { } model)
        {
            new DiagnosticPrinter(Console.Error, Palette.ForError).Print(result, source);
            return ExitCode.Failed;
        }

        return Explain(model, bytes, isJson);
    }

    private static int Explain(ProtocolModel model, byte[] bytes, bool isJson)
    {
        foreach (var packet in FrameExplainer.Explain(model, bytes))
        {
            if (isJson)
                Console.WriteLine(ExplainJson.Line(packet));
            else
                PrintText(packet);

            if (packet is { Outcome: ExplainOutcome.BadFraming, Error: { } error })
            {
                Console.Error.WriteLine($"artemis: bad framing at byte {packet.Offset}: {error.Status}: {error.Message}");
                return ExitCode.Failed;
            }
        }

        return ExitCode.Ok;
    }

    private static void PrintText(ExplainedPacket packet)
    {
        var palette = Palette.ForOutput;
        var head = true;
        foreach (var line in ExplainText.Lines(packet))
        {
            var isTrouble = line.TrimStart().StartsWith('!') || packet.Outcome == ExplainOutcome.BadFraming;
            Console.WriteLine(isTrouble ? palette.Yellow(line) : head ? palette.Bold(line) : line);
            head = false;
        }
    }

    private static byte[] ReadFile(string? path)
    {
        try
        {
            if (path is not (null or "-"))
                return File.ReadAllBytes(path);

            if (path is null && !Console.IsInputRedirected)
                throw new ToolException("there are no bytes to explain; give --hex HEX or a file, see artemis explain --help");
            using var input = Console.OpenStandardInput();
            using var content = new MemoryStream();
            input.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{path}': {error.Message}");
        }
    }
}
