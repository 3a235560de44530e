namespace Artemis.Protocol.Generator.Model;

/// <summary>
/// How a real number becomes a whole-number code and back. In every language, in 64-bit arithmetic:
/// <code>
/// code  = floor((value − Origin) / Step + 0.5), then into LowestCode..HighestCode by clamping, or modulo 2ⁿ if Wraps
/// value = Origin + code × Step, rounded to Natural
/// </code>
/// NaN becomes the code of Min; infinities clamp (on a wrapping range both become the code of Min).
/// An integer wire carries the code. A float wire carries the value itself, snapped to the grid; there Step is a power of
/// two and the value is exact, and a decoder accepts any number within Min..Max, but neither NaN nor anything outside.
/// A code outside LowestCode..HighestCode is an error to a decoder.
/// </summary>
/// <param name="Natural">F32 or F64: the type of the value that programs see.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value; on a wrapping range the value that is the same as Min.</param>
/// <param name="Step">Distance between neighbouring values; above 0.</param>
/// <param name="Origin">The value of code 0: Min on an unsigned wire, 0 on a signed or float wire.</param>
/// <param name="Wire">What lies on the wire: an integer kind, or F32 for snapped floats.</param>
/// <param name="Wraps">Whether the range is a circle of 2ⁿ steps; then Wire is unsigned of n bits.</param>
/// <param name="LowestCode">Smallest code.</param>
/// <param name="HighestCode">Largest code.</param>
/// <param name="MaxError">Worst difference between a value in range and what arrives, rounding to Natural included.</param>
public sealed record Quantization(
    ScalarKind Natural,
    double Min,
    double Max,
    double Step,
    double Origin,
    ScalarKind Wire,
    bool Wraps,
    long LowestCode,
    long HighestCode,
    double MaxError)
{
    /// <summary>Whether the wire can carry codes outside the range, so that a decoder must check.</summary>
    public bool IsRestricted =>
        Wire.IsFloat() || LowestCode != Wire.MinValue() || HighestCode != Wire.MaxValue();
}
