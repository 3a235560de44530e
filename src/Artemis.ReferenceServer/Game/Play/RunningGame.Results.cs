using Artemis.ReferenceServer.Game.Session;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game.Play;

// How it ended.
internal sealed partial class RunningGame
{
    /// <summary>What the players are told at the end.</summary>
    /// <param name="abandoned">Why the game is broken off; null if it was fought out.</param>
    public SessionResults DescribeResults(string? abandoned = null) => new()
    {
        Outcome = _simulation.Outcome switch
        {
            GameOutcome.Victory => Outcome.Victory,
            GameOutcome.Defeat => Outcome.Defeat,
            _ => Outcome.Abandoned,
        },
        Text = abandoned ?? _simulation.OutcomeText,
        Seconds = (float)_simulation.Seconds,
        BasesLost = (byte)Math.Min(_simulation.BasesLost, byte.MaxValue),
        Ships = [.. _simulation.PlayerShips.ToArray().Select(DescribeShip)],
    };

    /// <summary>What the gateway is told, to keep.</summary>
    public static GameResults DescribeResults(GameSession session, SessionResults results) => new()
    {
        ResultId = Guid.NewGuid(),
        SessionId = session.Id,
        Outcome = results.Outcome,
        Text = results.Text,
        Scenario = session.Scenario,
        Difficulty = session.Difficulty,
        Seconds = results.Seconds,
        BasesLost = results.BasesLost,
        Ships = results.Ships,
        Players =
        [
            .. session.Roster.Players.Where(player => player.HasEntered).Select(player => new RosterEntry
            {
                PlayerId = player.Id,
                Name = player.Name,
                Connected = player.Presence == Presence.Connected,
            }),
        ],
    };

    private static ShipResult DescribeShip(PlayerShipState ship) => new()
    {
        Ship = (byte)ship.Index,
        Name = ship.Name,
        Survived = ship.Alive,
        DamageDealt = (float)ship.Statistics.DamageDealt,
        DamageTaken = (float)ship.Statistics.DamageTaken,
        Kills = (ushort)ship.Statistics.Kills,
        TorpedoesFired = (ushort)ship.Statistics.TorpedoesFired,
        TorpedoesHit = (ushort)ship.Statistics.TorpedoesHit,
        Distance = (float)ship.Statistics.Distance,
        EnergyUsed = (float)ship.Statistics.EnergyUsed,
    };
}
