using Artemis.ReferenceServer.Game.Session;

namespace Artemis.ReferenceServer.Game;

// What the gateway is told of how the game stands.
internal sealed partial class GameRoom
{
    private void ReportStatus(GameSession session, TimeSpan now)
    {
        if (_statusDue)
            ReportRoster();
        // Told every second, so it is made anew only when it may be another. A seat that lapses unseen is told to nobody.
        if (_statusDue || _status is null || _status.Players != session.Roster.Players.Count)
            _status = DescribeStatus(session);
        _statusDue = false;
        _nextStatus = now + TimeSpan.FromSeconds(_options.Hosting.StatusSeconds);
        _gateway.Report(_status);
    }

    private GameStatus DescribeStatus(GameSession session) => new()
    {
        State = ProcessStateOf(session.State),
        GameState = session.State,
        Name = session.Name,
        Scenario = session.Scenario,
        Difficulty = session.Difficulty,
        Ships = (byte)session.Roster.Players.Where(player => player.Ship is not null).Select(player => player.Ship).Distinct().Count(),
        MaxShips = session.MaxShips,
        Players = (byte)session.Roster.Players.Count,
        Locked = _password is not null,
        CreatorId = session.CreatorId,
    };

    private static GameProcessState ProcessStateOf(GameState state) => state switch
    {
        GameState.Lobby => GameProcessState.Ready,
        GameState.Closed => GameProcessState.Stopping,
        _ => GameProcessState.Running,
    };

    private static RosterEntry ToRosterEntry(Player player) => new()
    {
        PlayerId = player.Id,
        Name = player.Name,
        Connected = player.Presence == Presence.Connected,
    };
}
