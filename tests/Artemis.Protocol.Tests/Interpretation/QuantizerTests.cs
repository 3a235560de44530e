using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Xunit;

namespace Artemis.Protocol.Tests.Interpretation;

/// <summary>The rule of quantization, on numbers that one can check in one's head.</summary>
public class QuantizerTests
{
    private static readonly Quantization Circle = Rule("Bearing");
    private static readonly Quantization FromMinusTen = Rule("Height");
    private static readonly Quantization Signed = Rule("Drift");
    private static readonly Quantization Snapped = Rule("Place");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 64)]
    [InlineData(360, 0)]
    [InlineData(720 + 90, 64)]
    [InlineData(-90, 192)]
    [InlineData(359.2, 255)]
    [InlineData(359.3, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    public void A_circle_wraps(double value, long code) => Assert.Equal(code, Quantizer.ToCode(Circle, value));

    [Theory]
    [InlineData(-10, 0)]
    [InlineData(0, 20)]
    [InlineData(10, 40)]
    [InlineData(-9.75, 1)]
    [InlineData(-9.76, 0)]
    [InlineData(11, 40)]
    [InlineData(-11, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 40)]
    [InlineData(double.NegativeInfinity, 0)]
    public void Fixed_point_rounds_half_up_and_clamps(double value, long code) => Assert.Equal(code, Quantizer.ToCode(FromMinusTen, value));

    [Theory]
    [InlineData(-0.125, 0)]
    [InlineData(-0.126, -1)]
    [InlineData(0.125, 1)]
    [InlineData(-8.2, -32)]
    [InlineData(8.2, 32)]
    [InlineData(double.NaN, -32)]
    public void Signed_fixed_point_has_its_origin_at_zero(double value, long code) => Assert.Equal(code, Quantizer.ToCode(Signed, value));

    [Theory]
    [InlineData(0.03, 0)]
    [InlineData(0.03125, 0.0625)]
    [InlineData(-0.03125, 0)]
    [InlineData(1000.4, 1000)]
    [InlineData(double.NaN, -1000)]
    public void Snapped_floats_land_on_the_grid(double value, double snapped) => Assert.Equal(snapped, Quantizer.Snap(Snapped, value));

    private static Quantization Rule(string quantity) =>
        ((QuantizedType)Schemas.Frozen.Quantities.First(item => item.Name == quantity).Type).Quantization;
}
