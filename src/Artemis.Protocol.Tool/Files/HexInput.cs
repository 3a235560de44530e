using System.Text;

namespace Artemis.Protocol.Tool.Files;

/// <summary>Bytes as a person has them: as hexadecimal digits in one of the usual spellings, or raw in a file.</summary>
internal static class HexInput
{
    /// <summary>Reads hexadecimal digits; spaces, line breaks, commas, colons, dashes and <c>0x</c> between them mean nothing.</summary>
    /// <exception cref="ToolException">There is something else, or half a byte.</exception>
    public static byte[] Parse(string text)
    {
        var digits = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '0' && i + 1 < text.Length && text[i + 1] is 'x' or 'X')
                i++;
            else if (char.IsAsciiHexDigit(letter))
                digits.Append(letter);
            else if (!char.IsWhiteSpace(letter) && letter is not (',' or ':' or '-' or ';'))
                throw new ToolException($"'{letter}' at position {i + 1} is not a hexadecimal digit");
        }

        return digits.Length % 2 == 0
            ? Convert.FromHexString(digits.ToString())
            : throw new ToolException($"{digits.Length} hexadecimal digits do not make whole bytes; one is missing or too many");
    }

    /// <summary>Takes a file's content as hexadecimal digits if it is nothing else, and as raw bytes otherwise.</summary>
    public static byte[] ParseFile(byte[] content) =>
        content.All(IsHexText) ? Parse(Encoding.ASCII.GetString(content)) : content;

    private static bool IsHexText(byte value) =>
        char.IsAsciiHexDigit((char)value) || (char)value is ' ' or '\t' or '\r' or '\n' or ',' or ':' or '-' or ';' or 'x' or 'X';
}
