namespace Artemis.Protocol.Tool.Text;

/// <summary>Colours for a terminal; none for a file, a pipe or a person who set NO_COLOR.</summary>
internal sealed class Palette(bool isColoured)
{
    public static Palette ForOutput { get; } = new(!Console.IsOutputRedirected && IsWanted);

    public static Palette ForError { get; } = new(!Console.IsErrorRedirected && IsWanted);

    private static bool IsWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Red(string text) => Paint("1;31", text);

    public string Green(string text) => Paint("32", text);

    public string Yellow(string text) => Paint("1;33", text);

    public string Cyan(string text) => Paint("36", text);

    private string Paint(string code, string text) => isColoured ? $"\e[{code}m{text}\e[0m" : text;
}
