using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>A recorded game: what it was made from and how long it is. <see cref="GameReplay"/> plays it again.</summary>
public sealed class Recording
{
    private readonly RecordingReader _entries;

    private Recording(ReadOnlyMemory<byte> file, ref RecordingReader reader)
    {
        Length = file.Length;
        if (!reader.NextBlock()) throw new RecordingException("The recording was broken off before it began.");
        ScenarioId = reader.Text() ?? "";
        Difficulty = reader.Byte();
        Seed = reader.UInt64();
        WorldLimit = reader.Double();
        SpeedLimit = reader.Double();
        ScenarioFingerprint = reader.UInt64();
        BalanceFingerprint = reader.UInt64();
        int count = reader.Byte();
        if (count is < 1 or > 8 || Difficulty is < 1 or > 11) throw new RecordingException("The recording is damaged: its head makes no sense.");
        var ships = new ShipSetup[count];
        for (int i = 0; i < count; i++)
        {
            string name = reader.Text() ?? "";
            byte shipClass = reader.Byte();
            if (shipClass > (byte)ShipClass.Dreadnought) throw new RecordingException("The recording is damaged: there is no such class of ship.");
            ships[i] = new ShipSetup(name, (ShipClass)shipClass, (ConsoleSet)reader.Byte()) { Assisted = (ConsoleSet)reader.Byte() };
        }
        Ships = ships;
        _entries = reader;
        while (reader.Next(count, out var entry))
        {
            if (entry.Kind == RecordingFormat.Step) Ticks++;
            if (entry.Kind != RecordingFormat.End) continue;
            End = entry.End;
            break;
        }
    }

    /// <summary>Bytes of it.</summary>
    public int Length { get; }

    /// <summary>The scenario's id.</summary>
    public string ScenarioId { get; }

    /// <summary>1 to 11.</summary>
    public int Difficulty { get; }

    /// <summary>Seed of all chance.</summary>
    public ulong Seed { get; }

    /// <summary>The crews' ships.</summary>
    public IReadOnlyList<ShipSetup> Ships { get; }

    /// <summary>How many ticks it holds.</summary>
    public int Ticks { get; }

    /// <summary>How long the game was played.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Ticks * MotionStep.TickSeconds);

    /// <summary>Why it ends where it does.</summary>
    public RecordingEnd End { get; }

    internal RecordingReader Entries => _entries;

    private double WorldLimit { get; }

    private double SpeedLimit { get; }

    private ulong ScenarioFingerprint { get; }

    private ulong BalanceFingerprint { get; }

    /// <summary>Reads a recording and checks that it is whole; the game is not played.</summary>
    /// <param name="file">All of its bytes.</param>
    /// <returns>The recording.</returns>
    /// <exception cref="RecordingException">It is none, of another version, or damaged; the message says where.</exception>
    public static Recording Read(ReadOnlyMemory<byte> file)
    {
        var reader = new RecordingReader(file);
        return new Recording(file, ref reader);
    }

    /// <summary>What the game was made from.</summary>
    /// <param name="findScenario">Finds a scenario by id; null where there is none.</param>
    /// <param name="balance">The balance that the game was played with.</param>
    /// <returns>The setup.</returns>
    /// <exception cref="RecordingException">Scenario or balance are not those of the recording.</exception>
    public GameSetup ToSetup(Func<string, Scenario?> findScenario, Balance balance)
    {
        ArgumentNullException.ThrowIfNull(findScenario);
        ArgumentNullException.ThrowIfNull(balance);
        var scenario = findScenario(ScenarioId) ?? throw new RecordingException($"The recording's scenario '{ScenarioId}' is not known.");
        if (ScenarioFingerprint != scenario.Fingerprint) throw new RecordingException($"The scenario '{ScenarioId}' has changed since the recording.");
        if (BalanceFingerprint != balance.Fingerprint) throw new RecordingException("The balance has changed since the recording.");
        return new GameSetup(scenario, Difficulty, Seed, Ships)
        {
            Balance = balance,
            WorldLimit = WorldLimit,
            SpeedLimit = SpeedLimit,
        };
    }
}
