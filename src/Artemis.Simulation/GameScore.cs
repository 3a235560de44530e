namespace Artemis.Simulation;

/// <summary>How well a game went, as one number.</summary>
public static class GameScore
{
    /// <summary>Reckons a score of enemies, bases, ships and the outcome.</summary>
    /// <param name="game">The game, over or not.</param>
    /// <returns>Points; more is better.</returns>
    public static double Of(GameSimulation game)
    {
        double score = game.Outcome == GameOutcome.Victory ? 200.0 : 0.0;
        foreach (ref readonly var ship in game.PlayerShips)
            score += ship.Statistics.Kills * 10.0 + ship.Statistics.DamageDealt * 0.02 + (ship.Alive ? 50.0 : 0.0) + ship.SummedHealth() * 5.0;
        foreach (ref readonly var station in game.Bases)
        {
            if (station.Faction == Faction.Friendly) score += 30.0 + 30.0 * station.Shields / station.ShieldsFull;
        }
        return score + game.FreightersArrived * 20.0 + game.ContactsScanned * 2.0;
    }
}
