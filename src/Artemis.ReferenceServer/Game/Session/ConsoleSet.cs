using System.Numerics;

namespace Artemis.ReferenceServer.Game.Session;

/// <summary>Some of a ship's six consoles.</summary>
/// <param name="Bits">Bit n stands for console n.</param>
public readonly record struct ConsoleSet(byte Bits)
{
    /// <summary>Consoles of a ship.</summary>
    public const int ConsolesPerShip = 6;

    /// <summary>No console.</summary>
    public static ConsoleSet None => default;

    /// <summary>How many there are.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>Whether the console is one of them.</summary>
    public bool Contains(Console console) => (int)console < ConsolesPerShip && (Bits & (1 << (int)console)) != 0;

    /// <summary>These and one more.</summary>
    public ConsoleSet With(Console console) => new((byte)(Bits | (1 << (int)console)));

    /// <summary>Those that are in either.</summary>
    public ConsoleSet Union(ConsoleSet other) => new((byte)(Bits | other.Bits));

    /// <summary>The consoles in the order of their numbers.</summary>
    public Console[] ToArray()
    {
        var consoles = new Console[Count];
        for (int console = 0, next = 0; console < ConsolesPerShip; console++)
        {
            if (Contains((Console)console))
                consoles[next++] = (Console)console;
        }

        return consoles;
    }
}
