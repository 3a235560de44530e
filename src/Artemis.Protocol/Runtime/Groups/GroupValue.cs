namespace Artemis.Protocol.Runtime;

/// <summary>Where one number of a <see cref="FieldGroup"/> lies among the codes and among the values, and how it gets from one to the other.</summary>
public readonly record struct GroupValue
{
    private GroupValue(int from, int size, int to)
    {
        From = from;
        Size = size;
        To = to;
    }

    internal int From { get; }

    internal int Size { get; }

    internal int To { get; }

    internal bool IsReal { get; private init; }

    internal bool IsSigned { get; private init; }

    internal double Step { get; private init; }

    internal double Origin { get; private init; }

    /// <summary>A number whose value is its code.</summary>
    /// <param name="from">Its first byte among the group's codes.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="to">Its first byte among 16 bytes of values.</param>
    public static GroupValue Same(int from, int size, int to) => new(from, size, to);

    /// <summary>A 32-bit float that is <c>origin + code × step</c> of an unsigned code.</summary>
    /// <param name="from">The code's first byte among the group's codes.</param>
    /// <param name="size">The code's bytes, 1 or 2.</param>
    /// <param name="to">The float's first byte among 16 bytes of values, a multiple of 4.</param>
    /// <param name="step">Distance between neighbouring values.</param>
    /// <param name="origin">The value of code 0.</param>
    public static GroupValue Real(int from, int size, int to, double step, double origin) =>
        new(from, size, to) { IsReal = true, Step = step, Origin = origin };

    /// <summary>A 32-bit float that is <c>origin + code × step</c> of a signed code.</summary>
    /// <inheritdoc cref="Real"/>
    public static GroupValue SignedReal(int from, int size, int to, double step, double origin) =>
        new(from, size, to) { IsReal = true, IsSigned = true, Step = step, Origin = origin };
}
