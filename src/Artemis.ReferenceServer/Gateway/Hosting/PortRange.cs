using System.Globalization;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>An inclusive range of TCP ports; 0–0 stands for any free port.</summary>
/// <param name="First">Lowest port.</param>
/// <param name="Last">Highest port.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>Whether the operating system picks the ports.</summary>
    public bool IsAny => First == 0;

    /// <summary>A range without any port.</summary>
    public static PortRange Empty { get; } = new(1, 0);

    /// <summary>How many ports there are.</summary>
    public int Count => Last - First + 1;

    /// <summary>Reads <c>8081-8180</c>, <c>8081</c> or <c>0</c>.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PortRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last && last <= 65535 && (first > 0 || last == 0))
        {
            return new PortRange(first, last);
        }

        throw new FormatException($"'{text}' is no range of ports; write for example 8081-8180, or 0 for any free ones.");
    }
}
