namespace Artemis.Fuzz;

/// <summary>Says what was found in a way that it can be tried again.</summary>
internal static class Findings
{
    public static void Print(string decoder, string what, ReadOnlySpan<byte> input, ulong runs)
    {
        Console.Error.WriteLine($"found after {runs:n0} inputs: {decoder}: {what}");
        Console.Error.WriteLine($"input, {input.Length} bytes: {Convert.ToHexStringLower(input)}");
    }
}
