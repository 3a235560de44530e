using System.Globalization;
using Artemis.ReferenceServer.Game;
using Artemis.ReferenceServer.Transport;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replay;

/// <summary>Plays a recording again as fast as it can, and says whether the game went as it went.</summary>
internal static class ReplayCheck
{
    private const int ReportTicks = 400;

    /// <summary>Reads a recording and tells what it is.</summary>
    /// <exception cref="StartupException">It cannot be read.</exception>
    public static Recording Read(string file, TextWriter output)
    {
        Recording recording;
        try
        {
            recording = Recording.Read(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is RecordingException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{file}: {exception.Message}");
        }

        var scenario = Scenarios.Find(recording.ScenarioId)?.Name ?? recording.ScenarioId;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {scenario} at difficulty {recording.Difficulty}, ships: {recording.Ships.Count}, ")
            + string.Create(CultureInfo.InvariantCulture, $"{recording.Ticks} ticks ({recording.Duration:hh\\:mm\\:ss})"));
        return recording;
    }

    /// <summary>Plays all of it.</summary>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="output">Gets progress and verdict.</param>
    /// <param name="isTerminal">Whether progress may overwrite itself; else there is none.</param>
    /// <exception cref="StartupException">The game went otherwise; the message says where.</exception>
    public static void Verify(string file, Recording recording, TextWriter output, bool isTerminal)
    {
        try
        {
            var replay = new GameReplay(recording, Scenarios.Find, Balance.Default);
            while (replay.Step())
            {
                if (isTerminal && replay.Game.Tick % ReportTicks == 0)
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"\r{100L * replay.Game.Tick / recording.Ticks} %"));
            }

            if (isTerminal)
                output.Write("\r");
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Verified: all {recording.Ticks} ticks went as recorded; the last hash is {replay.Game.Hash():x16}."));
        }
        catch (RecordingException exception)
        {
            throw new StartupException($"{file}: {exception.Message}");
        }

        if (recording.End == RecordingEnd.BrokenOff)
            output.WriteLine("The recording was broken off there: the game that made it ended without a word.");
        else if (recording.End == RecordingEnd.Full)
            output.WriteLine("The game went on, but the recording was as long as it may be.");
    }
}
