using System.Globalization;
using System.Text;

namespace Artemis.ReferenceServer.Transport;

/// <summary>What makes a name fit to be shown to others.</summary>
public static class VisibleText
{
    /// <summary>Trims a text, and refuses one that is empty, too long or holds what nobody can see.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="maxBytes">Most bytes of UTF-8.</param>
    /// <param name="visible">As it shall be shown.</param>
    public static bool TryNormalize(string? text, int maxBytes, out string visible)
    {
        visible = text?.Trim() ?? "";
        if (visible.Length == 0 || Encoding.UTF8.GetByteCount(visible) > maxBytes)
            return false;
        foreach (var rune in visible.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What two spellings of the same name have in common: names that differ in case only are the same.</summary>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant();
    }
}
