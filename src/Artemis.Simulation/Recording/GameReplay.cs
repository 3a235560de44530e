namespace Artemis.Simulation;

/// <summary>Plays a recorded game again and checks that it goes as it went.</summary>
public sealed class GameReplay
{
    private RecordingReader _entries;

    /// <summary>Lays out the recorded game.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="findScenario">Finds a scenario by id; null where there is none.</param>
    /// <param name="balance">The balance that the game was played with.</param>
    /// <exception cref="RecordingException">Scenario or balance are not those of the recording.</exception>
    public GameReplay(Recording recording, Func<string, Scenario?> findScenario, Balance balance)
    {
        ArgumentNullException.ThrowIfNull(recording);
        Recording = recording;
        Game = new GameSimulation(recording.ToSetup(findScenario, balance));
        _entries = recording.Entries;
    }

    /// <summary>What is played.</summary>
    public Recording Recording { get; }

    /// <summary>The game, as far as it was played again.</summary>
    public GameSimulation Game { get; }

    /// <summary>Whether all ticks were played.</summary>
    public bool IsAtEnd => Game.Tick >= Recording.Ticks;

    /// <summary>Plays one more tick.</summary>
    /// <returns>False at the end of the recording.</returns>
    /// <exception cref="RecordingException">The game went otherwise; the message says where.</exception>
    public bool Step() => Step([]);

    /// <summary>Plays one more tick and measures its phases.</summary>
    /// <param name="elapsed">As for <see cref="GameSimulation.Step(Span{long})"/>; empty measures nothing.</param>
    /// <returns>False at the end of the recording.</returns>
    /// <exception cref="RecordingException">The game went otherwise; the message says where.</exception>
    public bool Step(Span<long> elapsed)
    {
        if (IsAtEnd) return false;
        while (true)
        {
            if (!_entries.Next(Recording.Ships.Count, out var entry)) return false;
            switch (entry.Kind)
            {
                case RecordingFormat.Order:
                    if (Game.TryApply(entry.Ship, entry.Consoles, in entry.Order, out var reason)) break;
                    throw new RecordingException(
                        $"The game went otherwise after tick {Game.Tick}: {entry.Order.Kind} was refused ({reason}), at byte {entry.Begin}.");
                case RecordingFormat.Crew:
                    Game.SetCrew(entry.Ship, entry.Consoles);
                    break;
                case RecordingFormat.Step:
                    if (elapsed.IsEmpty) Game.Step();
                    else Game.Step(elapsed);
                    if (Game.Hash() == entry.Hash) return true;
                    throw new RecordingException($"The game went otherwise at tick {Game.Tick}, at byte {entry.Begin}: its hash is not the recorded one.");
                default:
                    return false;
            }
        }
    }
}
