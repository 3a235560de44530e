namespace Artemis.Fuzz;

/// <summary>What the command line asks for.</summary>
/// <param name="Seconds">How long to go on.</param>
/// <param name="Seed">Start of the random numbers; the same seed makes the same inputs.</param>
/// <param name="SharedFile">Set in the process that runs the decoders: the file that it shares with the watching one.</param>
internal sealed record Options(int Seconds, int Seed, string? SharedFile)
{
    public static Options Parse(string[] args)
    {
        string? Value(string name)
        {
            var at = Array.IndexOf(args, name);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        }

        return new Options(int.Parse(Value("--seconds") ?? "10"), int.Parse(Value("--seed") ?? "1"), Value("--shared"));
    }
}
