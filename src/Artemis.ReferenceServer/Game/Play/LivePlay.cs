using System.Security.Cryptography;
using Artemis.ReferenceServer.Game.Recordings;
using Artemis.ReferenceServer.Game.Session;
using Artemis.Simulation;
using ConsoleSet = Artemis.Simulation.ConsoleSet;
using RefusalReason = Artemis.Protocol.RefusalReason;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>A game as its crews play it, and recorded if there is a file for it.</summary>
internal sealed class LivePlay : IGamePlay
{
    // A process that is killed loses no more than this of the recording.
    private const uint TicksPerBlock = 20;

    private readonly GameRecorder? _recorder;
    private readonly RecordingFile? _file;

    private LivePlay(GameSimulation simulation, RecordingFile? file)
    {
        Simulation = simulation;
        _file = file;
        if (file is null)
            return;
        _recorder = new GameRecorder(simulation);
        file.Write(_recorder);
    }

    /// <inheritdoc/>
    public GameSimulation Simulation { get; }

    /// <inheritdoc/>
    public bool IsOver => Simulation.Outcome != GameOutcome.None;

    /// <summary>Lays out a session's game.</summary>
    /// <param name="session">The session.</param>
    /// <param name="file">Gets the recording; null records nothing.</param>
    public static LivePlay Create(GameSession session, RecordingFile? file)
    {
        var scenario = Scenarios.Find(session.Scenario)
            ?? throw new InvalidOperationException($"There is no scenario '{session.Scenario}'.");
        var fleet = session.Fleet.Take(session.MaxShips)
            .Select(ship => new ShipSetup(ship.Name, scenario.Classes[ship.Index]))
            .ToArray();
        var seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        return new LivePlay(new GameSimulation(new GameSetup(scenario, session.Difficulty, seed, fleet)), file);
    }

    /// <inheritdoc/>
    public void SetCrew(int ship, ConsoleSet manned)
    {
        if (_recorder is null)
            Simulation.SetCrew(ship, manned);
        else
            _recorder.SetCrew(ship, manned);
    }

    /// <inheritdoc/>
    public RefusalReason? Apply(int ship, ConsoleSet consoles, in Order order)
    {
        var done = _recorder is null
            ? Simulation.TryApply(ship, consoles, in order, out var reason)
            : _recorder.TryApply(ship, consoles, in order, out reason);
        return done ? null : (RefusalReason)reason;
    }

    /// <inheritdoc/>
    public void Step(Span<long> elapsed)
    {
        if (_recorder is null)
        {
            Simulation.Step(elapsed);
            return;
        }

        _recorder.Step(elapsed);
        if (Simulation.Tick % TicksPerBlock == 0)
            _file!.Write(_recorder);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_recorder is null)
            return;
        _recorder.End(RecordingEnd.Finished);
        _file!.Write(_recorder);
        _file.Dispose();
    }
}
