using System.Text;

namespace Artemis.ReferenceServer.Transport;

/// <summary>The words that a connection is closed with.</summary>
internal static class CloseReason
{
    /// <summary>Most bytes of UTF-8 that RFC 6455 leaves for them.</summary>
    public const int MaxBytes = 123;

    /// <summary>As much of a reason as goes into a close frame, cut between two characters.</summary>
    public static string Fit(string reason)
    {
        var fitting = new StringBuilder(Math.Min(reason.Length, MaxBytes));
        var bytes = 0;
        // Runes, so that half a surrogate pair, which cannot be sent, becomes U+FFFD.
        foreach (var rune in reason.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes)
                break;
            fitting.Append(rune.ToString());
        }

        return fitting.ToString();
    }
}
