using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Artemis.Motion.Tests;

public class ExactMathTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(5000);

    [Fact]
    public void Sine_and_cosine_agree_with_the_library_to_a_few_units_in_the_last_place() =>
        Prop.ForAll(Range(-1000, 1000), angle =>
        {
            ExactMath.SinCos(angle, out double sin, out double cos);
            return Math.Abs(sin - Math.Sin(angle)) < 1e-15 && Math.Abs(cos - Math.Cos(angle)) < 1e-15;
        }).Check(Many);

    [Fact]
    public void Sine_and_cosine_are_exact_on_the_quarters_that_matter()
    {
        ExactMath.SinCos(0.0, out double sin, out double cos);
        Assert.Equal(0.0, sin);
        Assert.Equal(1.0, cos);
        ExactMath.SinCos(ExactMath.Pi / 2, out sin, out cos);
        Assert.Equal(1.0, sin);
        Assert.Equal(0.0, cos, 1e-16);
    }

    [Fact]
    public void The_angle_of_a_vector_agrees_with_the_library() =>
        Prop.ForAll(Range(-100, 100), Range(-100, 100), (y, x) =>
            Math.Abs(ExactMath.Atan2(y, x) - Math.Atan2(y, x)) < 4e-15).Check(Many);

    [Fact]
    public void The_angle_of_nothing_is_north() => Assert.Equal(0.0, ExactMath.Atan2(0.0, 0.0));

    [Fact]
    public void Exponential_and_logarithm_agree_with_the_library() =>
        Prop.ForAll(Range(-20, 20), power =>
        {
            double e = ExactMath.Exp(power);
            return Math.Abs(e / Math.Exp(power) - 1.0) < 1e-14 && Math.Abs(ExactMath.Log(e) - power) < 1e-13;
        }).Check(Many);

    [Theory]
    [InlineData(2.0, 1.3)]
    [InlineData(4.0, 1.3)]
    [InlineData(1.7, -1.0)]
    [InlineData(1.7, 2.0)]
    public void Powers_agree_with_the_library(double value, double power) =>
        Assert.Equal(Math.Pow(value, power), ExactMath.Pow(value, power), 1e-13);

    [Fact]
    public void A_wrapped_angle_is_on_the_circle_and_points_the_same_way() =>
        Prop.ForAll(Range(-500, 500), angle =>
        {
            double wrapped = ExactMath.WrapCircle(angle);
            double half = ExactMath.WrapHalf(angle);
            return wrapped is >= 0.0 and < ExactMath.TwoPi
                && half is > -ExactMath.Pi and <= ExactMath.Pi
                && Math.Abs(Math.Sin(wrapped) - Math.Sin(angle)) < 1e-12
                && Math.Abs(Math.Cos(half) - Math.Cos(angle)) < 1e-12;
        }).Check(Many);

    private static Arbitrary<double> Range(double low, double high) =>
        Gen.Choose(0, int.MaxValue).Select(n => low + (high - low) * n / int.MaxValue).ToArbitrary();
}
