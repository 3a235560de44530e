using System.Globalization;

namespace Artemis.ReferenceServer.Replay;

/// <summary>What a recording is called in the list of sessions.</summary>
internal static class ReplayTitle
{
    private const string TimeFormat = "yyyyMMdd-HHmmss";

    /// <summary>The time of a file that the server named itself; of any other file the name.</summary>
    /// <param name="path">The recording's file.</param>
    public static string Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var time = name[..Math.Min(TimeFormat.Length, name.Length)];
        return DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begun)
            ? string.Create(CultureInfo.InvariantCulture, $"Replay: {begun:d MMMM yyyy, HH:mm} UTC")
            : "Replay: " + name;
    }
}
