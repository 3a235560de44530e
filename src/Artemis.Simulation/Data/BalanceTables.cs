using System.Globalization;
using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>What the systems need of the balance, reckoned out once.</summary>
internal sealed class BalanceTables
{
    private const int MostNames = World.MostNpcs + 8;

    private readonly double[] _heat = new double[302];
    private readonly double[] _warp = new double[402];
    private readonly int _storeFactor;

    public BalanceTables(GameSetup setup)
    {
        var balance = setup.Balance;
        var power = balance.Power;
        for (int percent = 0; percent < _heat.Length; percent++)
            _heat[percent] = ExactMath.Pow(power.HeatBase, percent / 100.0 - 1.0);
        for (int hundredth = 0; hundredth < _warp.Length; hundredth++)
            _warp[hundredth] = ExactMath.Pow(hundredth / 100.0, power.WarpExponent);
        Ships = new ShipBalance[Enum.GetValues<ShipClass>().Length];
        foreach (var (kind, ship) in balance.Ships) Ships[(int)kind] = ship;
        Npcs = new NpcBalance[Enum.GetValues<NpcKind>().Length];
        foreach (var (kind, npc) in balance.Npcs) Npcs[(int)kind] = npc;
        _storeFactor = setup.Scenario.StoreFactor;
        Drill = setup.Scenario.Drill ?? new DrillSpec();
        int level = Math.Clamp(setup.Difficulty, 1, 11) - 1;
        EnemiesPerWave = balance.Difficulty.EnemiesPerWave[level];
        Damage = balance.Difficulty.Damage[level];
        Speed = balance.Difficulty.Speed[level];
        BeamRange = balance.Difficulty.BeamRange[level];
        EnergyDrain = balance.Difficulty.EnergyDrain[level];
        int rounds = MostNames / balance.Names.Count + 1;
        NpcNames = [.. Enumerable.Range(1, rounds).SelectMany(
            round => balance.Names.Select(name => round == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round}")))];
    }

    /// <summary>More names than there can be ships: all of the balance's, then all with a 2, and so on.</summary>
    public string[] NpcNames { get; }

    public ShipBalance[] Ships { get; }

    public NpcBalance[] Npcs { get; }

    /// <summary>What is different in this game; nothing, if it is no drill.</summary>
    public DrillSpec Drill { get; }

    public int EnemiesPerWave { get; }

    public double Damage { get; }

    public double Speed { get; }

    public double BeamRange { get; }

    public double EnergyDrain { get; }

    /// <summary>How many pieces of a kind a ship's stores and tubes hold in this scenario.</summary>
    public int StoreLimit(ShipClass shipClass, Ordnance ordnance) =>
        Math.Min(Ships[(int)shipClass].Stores.Of(ordnance) * _storeFactor, 255);

    /// <summary>The power law of heat at a power of 0 to 3.</summary>
    public double Heat(double power) => Interpolate(_heat, power);

    /// <summary>The power law of warp's cost at a factor of 0 to 4.</summary>
    public double Warp(double factor) => Interpolate(_warp, factor);

    private static double Interpolate(double[] table, double value)
    {
        double place = value * 100.0;
        int low = Math.Clamp((int)place, 0, table.Length - 2);
        return table[low] + (table[low + 1] - table[low]) * (place - low);
    }
}
