namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>The spelling of a UUID in 36 characters, as in <c>0f8fad5b-d9cb-469f-a165-70867728950e</c>.</summary>
internal static class UuidText
{
    private static readonly int[] Dashes = [8, 13, 18, 23];

    public static bool IsValid(byte[] ascii) =>
        ascii.Length == 36 && Enumerable.Range(0, 36).All(i => Dashes.Contains(i) ? ascii[i] == '-' : IsHexDigit((char)ascii[i]));

    private static bool IsHexDigit(char digit) => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
