using System.Globalization;
using System.Numerics;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>What an expression comes to: a whole number (kept exactly), a real number, or a text.</summary>
/// <param name="Real">The number, whole or not, as a double; of no meaning for a text.</param>
internal sealed record ConstValue(BigInteger? Whole, double Real, string? Text)
{
    public static ConstValue Of(BigInteger value) => new(value, (double)value, null);

    public static ConstValue Of(double value) => new(null, value, null);

    public static ConstValue Of(string text) => new(null, 0, text);

    /// <summary>The value as messages show it.</summary>
    public override string ToString() => Text is not null
        ? $"\"{Text}\""
        : Whole?.ToString(CultureInfo.InvariantCulture) ?? Display(Real);

    /// <summary>The shortest text that reads back as the number.</summary>
    public static string Display(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
