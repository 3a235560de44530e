namespace Artemis.Motion;

/// <summary>
/// Functions that library mathematics rounds differently from one platform to the next, made of operations that IEEE 754
/// defines exactly (+ − × ÷ √ and floor), so that every machine and language gets the same bits.
/// </summary>
public static class ExactMath
{
    /// <summary>Half a circle.</summary>
    public const double Pi = 3.141592653589793;

    /// <summary>A whole circle.</summary>
    public const double TwoPi = 6.283185307179586;

    private const double TwoOverPi = 0.6366197723675814;

    // π/2 in two parts; the first has so few bits that its product with a small whole number is exact.
    private const double HalfPiHigh = 1.5707963267341256;
    private const double HalfPiLow = 6.077100506506192e-11;

    private const double Ln2 = 0.6931471805599453;

    /// <summary>Sine and cosine, right to about 1e−15 for angles within ±100,000 radians.</summary>
    /// <param name="radians">The angle.</param>
    /// <param name="sin">Its sine.</param>
    /// <param name="cos">Its cosine.</param>
    public static void SinCos(double radians, out double sin, out double cos)
    {
        double quarters = Math.Floor(radians * TwoOverPi + 0.5);
        double r = radians - quarters * HalfPiHigh;
        r -= quarters * HalfPiLow;
        double z = r * r;
        double s = r + r * z * (-0.16666666666666666 + z * (0.008333333333333333 + z * (-0.0001984126984126984
            + z * (2.7557319223985893e-06 + z * (-2.505210838544172e-08 + z * (1.6059043836821613e-10
            + z * -7.647163731819816e-13))))));
        double c = 1.0 + z * (-0.5 + z * (0.041666666666666664 + z * (-0.001388888888888889
            + z * (2.48015873015873e-05 + z * (-2.755731922398589e-07 + z * (2.08767569878681e-09
            + z * (-1.1470745597729725e-11 + z * 4.779477332387385e-14)))))));
        double quadrant = quarters - 4.0 * Math.Floor(quarters * 0.25);
        if (quadrant == 0.0) { sin = s; cos = c; }
        else if (quadrant == 1.0) { sin = c; cos = -s; }
        else if (quadrant == 2.0) { sin = -s; cos = -c; }
        else { sin = -c; cos = s; }
    }

    /// <summary>The angle of a vector, in −π..π, counted from <paramref name="x"/> towards <paramref name="y"/>.</summary>
    /// <param name="y">The side.</param>
    /// <param name="x">The front.</param>
    /// <returns>Radians; 0 where both are 0.</returns>
    public static double Atan2(double y, double x)
    {
        double ay = Math.Abs(y);
        double ax = Math.Abs(x);
        if (ax == 0.0 && ay == 0.0) return 0.0;
        double angle = ay <= ax ? AtanUnit(ay / ax) : Pi * 0.5 - AtanUnit(ax / ay);
        if (x < 0.0) angle = Pi - angle;
        return y < 0.0 ? -angle : angle;
    }

    // Arc tangent for 0..1: halve the angle twice, then a short series.
    private static double AtanUnit(double t)
    {
        t /= 1.0 + Math.Sqrt(1.0 + t * t);
        t /= 1.0 + Math.Sqrt(1.0 + t * t);
        double z = t * t;
        double series = 1.0 + z * (-1.0 / 3 + z * (1.0 / 5 + z * (-1.0 / 7 + z * (1.0 / 9 + z * (-1.0 / 11
            + z * (1.0 / 13 + z * (-1.0 / 15 + z * (1.0 / 17 + z * (-1.0 / 19 + z * (1.0 / 21))))))))));
        return 4.0 * t * series;
    }

    /// <summary>Puts an angle into 0..2π, 2π itself excluded.</summary>
    /// <param name="radians">Any finite angle.</param>
    /// <returns>The same direction.</returns>
    public static double WrapCircle(double radians)
    {
        double wrapped = radians - TwoPi * Math.Floor(radians / TwoPi);
        return wrapped >= TwoPi || wrapped < 0.0 ? 0.0 : wrapped;
    }

    /// <summary>Puts an angle into −π..π, −π itself excluded.</summary>
    /// <param name="radians">Any finite angle.</param>
    /// <returns>The same direction.</returns>
    public static double WrapHalf(double radians)
    {
        double wrapped = WrapCircle(radians);
        return wrapped > Pi ? wrapped - TwoPi : wrapped;
    }

    /// <summary>e to a power, right to about 1e−14 relative, for −700..700.</summary>
    /// <param name="power">The power.</param>
    /// <returns>Its exponential.</returns>
    public static double Exp(double power)
    {
        double n = Math.Floor(power / Ln2 + 0.5);
        double r = (power - n * Ln2) * 0.0625;
        double e = 1.0 + r * (1.0 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720
            + r * (1.0 / 5040 + r * (1.0 / 40320))))))));
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        for (; n > 0.0; n--) e *= 2.0;
        for (; n < 0.0; n++) e *= 0.5;
        return e;
    }

    /// <summary>Natural logarithm of a positive number, right to about 1e−15.</summary>
    /// <param name="value">Above 0.</param>
    /// <returns>Its logarithm.</returns>
    public static double Log(double value)
    {
        double n = 0.0;
        while (value > 1.4142135623730951) { value *= 0.5; n++; }
        while (value < 0.7071067811865476) { value *= 2.0; n--; }
        double t = (value - 1.0) / (value + 1.0);
        double z = t * t;
        double series = 1.0 + z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * (1.0 / 11
            + z * (1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19)))))))));
        return n * Ln2 + 2.0 * t * series;
    }

    /// <summary>A power of a number that is not negative.</summary>
    /// <param name="value">0 or more.</param>
    /// <param name="power">The exponent.</param>
    /// <returns><paramref name="value"/> to that power; 0 for 0.</returns>
    public static double Pow(double value, double power) => value <= 0.0 ? 0.0 : Exp(Log(value) * power);
}
