namespace Artemis.Simulation;

/// <summary>The range of a number, or of each number of a list. Without it a number is 0 or more.</summary>
/// <param name="low">Lowest.</param>
/// <param name="high">Highest.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WithinAttribute(double low, double high) : Attribute
{
    public double Low { get; } = low;

    public double High { get; } = high;
}

/// <summary>How many entries a list has.</summary>
/// <param name="low">Fewest.</param>
/// <param name="high">Most.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LengthAttribute(int low, int high) : Attribute
{
    public int Low { get; } = low;

    public int High { get; } = high;
}
