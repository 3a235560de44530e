namespace Artemis.Simulation;

/// <summary>What follows from a ship's state.</summary>
public static class ShipEffects
{
    /// <summary>What a system achieves: power times health. 1 is normal, 0 is none.</summary>
    /// <param name="ship">The ship.</param>
    /// <param name="system">The system.</param>
    /// <returns>0 to 3.</returns>
    public static double Effect(this in PlayerShipState ship, ShipSystem system) =>
        ship.Systems[(int)system].Power * ship.Systems[(int)system].Health * ship.Supply;

    /// <summary>Health of all systems together.</summary>
    /// <param name="ship">The ship.</param>
    /// <returns>0 to 8.</returns>
    public static double SummedHealth(this in PlayerShipState ship)
    {
        double sum = 0.0;
        for (int i = 0; i < SystemArray.Count; i++) sum += ship.Systems[i].Health;
        return sum;
    }
}
