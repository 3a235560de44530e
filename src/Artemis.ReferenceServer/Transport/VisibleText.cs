using System.Globalization;
using System.Text;

namespace Artemis.ReferenceServer.Transport;

/// <summary>What makes a text fit to be shown to others.</summary>
public static class VisibleText
{
    private static readonly Rune NonJoiner = new(0x200C);
    private static readonly Rune Joiner = new(0x200D);

    /// <summary>Trims a name, and refuses one that is empty, too long or holds what nobody can see.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="maxBytes">Most bytes of UTF-8.</param>
    /// <param name="visible">As it shall be shown.</param>
    public static bool TryNormalize(string? text, int maxBytes, out string visible) =>
        TryTrim(text, maxBytes, out visible) && IsVisible(visible, allowsJoiners: false);

    /// <summary>
    /// Trims what is said to others, and refuses what a name is refused for. Only the joiner and the non-joiner (U+200D and U+200C) may stand
    /// between two visible characters: emoji of several parts and Persian are written with them. In a name they would make two of one look.
    /// </summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="maxBytes">Most bytes of UTF-8.</param>
    /// <param name="visible">As it shall be shown.</param>
    public static bool TryNormalizeWords(string? text, int maxBytes, out string visible) =>
        TryTrim(text, maxBytes, out visible) && IsVisible(visible, allowsJoiners: true);

    /// <summary>What two spellings of the same name have in common: names that differ in case only are the same.</summary>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant();
    }

    private static bool TryTrim(string? text, int maxBytes, out string trimmed)
    {
        trimmed = text?.Trim() ?? "";
        return trimmed.Length > 0 && Encoding.UTF8.GetByteCount(trimmed) <= maxBytes;
    }

    private static bool IsVisible(string text, bool allowsJoiners)
    {
        var mayJoin = false;
        var joins = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (allowsJoiners && (rune == Joiner || rune == NonJoiner))
            {
                if (!mayJoin)
                    return false;
                (mayJoin, joins) = (false, true);
                continue;
            }

            mayJoin = !Rune.IsWhiteSpace(rune);
            if (IsHidden(rune) || (joins && !mayJoin))
                return false;
            joins = false;
        }

        return !joins;
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
