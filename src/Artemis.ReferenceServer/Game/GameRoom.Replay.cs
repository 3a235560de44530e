using Artemis.ReferenceServer.Game.Play;
using Artemis.ReferenceServer.Game.Recordings;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Replay;

namespace Artemis.ReferenceServer.Game;

// Games that are recorded, and those that are shown from a recording.
internal sealed partial class GameRoom
{
    private ReplayShow? _show;

    /// <summary>Opens a session that shows a recording. It begins when the first spectator comes.</summary>
    public void Show(ReplayShow show)
    {
        _show = show;
        var recording = show.Recording;
        var setup = new SessionSetup(
            Guid.NewGuid(), show.Name, recording.ScenarioId, (byte)recording.Difficulty, (byte)recording.Ships.Count, Guid.Empty);
        _session = new GameSession(setup, _options.Session, Scenarios.Contains, IsLost, this, _clock.Now);
        for (var ship = 0; ship < recording.Ships.Count; ship++)
            _session.Fleet[ship].Name = recording.Ships[ship].Name;
        _session.Show(_clock.Now);
        _statusDue = true;
    }

    private void BeginGame()
    {
        var session = _session!;
        _running?.End();
        IGamePlay play = _show is not null
            ? _show.Begin()
            : LivePlay.Create(session, RecordingFile.Create(_options.Game, session.Scenario, session.Id, _clock.UtcNow, _log));
        _running = new RunningGame(play, session, _connections, _clock, _frames, _options, _show?.Speed ?? 1)
        {
            Profile = Profile,
            IsWaiting = _show is not null && !session.Roster.Players.Any(player => player.HasEntered),
        };
    }

    private void EndGame()
    {
        _running?.End();
        _running = null;
    }

    private void FinishGame()
    {
        if (_show is { Loop: true })
            _session!.Show(_clock.Now);
        else
            _session!.Finish(_clock.Now);
    }
}
