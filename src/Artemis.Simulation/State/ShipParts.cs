using System.Runtime.CompilerServices;

namespace Artemis.Simulation;

/// <summary>One of a ship's eight systems.</summary>
public struct SystemState
{
    /// <summary>Power as ordered, in percent; 0 to 300.</summary>
    public int OrderedPercent;

    /// <summary>Power now: 1 is normal, up to 3.</summary>
    public double Power;

    /// <summary>Coolant as ordered, in whole units; 0 to 8.</summary>
    public int OrderedCoolant;

    /// <summary>Coolant now, in units.</summary>
    public double Coolant;

    /// <summary>Heat; at 1 the system takes damage.</summary>
    public double Heat;

    /// <summary>Health; 1 is whole, 0 is wrecked.</summary>
    public double Health;
}

/// <summary>The eight systems in the order of <see cref="ShipSystem"/>.</summary>
[InlineArray(Count)]
public struct SystemArray
{
    /// <summary>How many.</summary>
    public const int Count = 8;

    private SystemState _first;
}

/// <summary>A damage-control team.</summary>
public struct TeamState
{
    /// <summary>The system it works on or is on its way to.</summary>
    public ShipSystem System;

    /// <summary>Way done to that system; 1 is there.</summary>
    public double Progress;

    /// <summary>Whether it finds work by itself.</summary>
    public bool Autonomous;

    /// <summary>Whether it has nothing to do.</summary>
    public bool Idle;
}

/// <summary>The damage-control teams.</summary>
[InlineArray(Count)]
public struct TeamArray
{
    /// <summary>How many.</summary>
    public const int Count = 3;

    private TeamState _first;
}

/// <summary>A torpedo tube.</summary>
public struct TubeState
{
    /// <summary>What it is doing.</summary>
    public TubeStatus Status;

    /// <summary>What is or will be in it.</summary>
    public Ordnance Ordnance;

    /// <summary>Way done with loading or unloading.</summary>
    public double Progress;
}

/// <summary>Up to six tubes.</summary>
[InlineArray(Count)]
public struct TubeArray
{
    /// <summary>Most that a ship has.</summary>
    public const int Count = 6;

    private TubeState _first;
}

/// <summary>Pieces of each kind of ordnance, in the order of <see cref="Ordnance"/>.</summary>
[InlineArray(Count)]
public struct StoreArray
{
    /// <summary>How many kinds.</summary>
    public const int Count = 5;

    private int _first;
}

/// <summary>Seconds until each beam is ready.</summary>
[InlineArray(Count)]
public struct BeamArray
{
    /// <summary>Most that a ship has.</summary>
    public const int Count = 6;

    private double _first;
}

/// <summary>Health of each of a computer-flown ship's systems, in the order of <see cref="ShipSystem"/>.</summary>
[InlineArray(SystemArray.Count)]
public struct HealthArray
{
    private double _first;
}
