using System.Globalization;
using System.Numerics;
using Artemis.Protocol.Generator.Model;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Binding;

public class QuantityTests
{
    [Fact]
    public void Without_a_step_the_range_is_spread_evenly_over_all_codes()
    {
        var fraction = Quantity("f32 in 0..1 as u16");

        Assert.Equal((0, 1, 1.0 / 65535, 0), (fraction.Min, fraction.Max, fraction.Step, fraction.Origin));
        Assert.Equal((ScalarKind.F32, ScalarKind.U16, false, 0L, 65535L), (fraction.Natural, fraction.Wire, fraction.Wraps, fraction.LowestCode, fraction.HighestCode));
        Assert.False(fraction.IsRestricted);
    }

    [Fact]
    public void A_circle_has_two_to_the_n_steps()
    {
        var heading = Quantity("f32 in 0..2π wraps as u16");

        Assert.Equal((2 * Math.PI / 65536, 2 * Math.PI, true, 65535L), (heading.Step, heading.Max, heading.Wraps, heading.HighestCode));
        Assert.False(heading.IsRestricted);
    }

    [Fact]
    public void On_an_unsigned_wire_steps_count_from_the_smallest_value()
    {
        var temperature = Quantity("f32 in -40..60 step 1/2 as u8");

        Assert.Equal((-40, 0L, 200L), (temperature.Origin, temperature.LowestCode, temperature.HighestCode));
        Assert.True(temperature.IsRestricted);
    }

    [Fact]
    public void On_a_signed_wire_steps_count_from_zero()
    {
        var lever = Quantity("f32 in -1..1 step 1/32767 as i16");

        Assert.Equal((0, -32767L, 32767L), (lever.Origin, lever.LowestCode, lever.HighestCode));
        Assert.True(lever.IsRestricted);
    }

    [Fact]
    public void Without_a_range_the_wire_sets_it()
    {
        var shield = Quantity("f32 step 1/64 as u16");
        var balance = Quantity("f64 step 1/64 as i16");

        Assert.Equal((0, 65535 / 64.0, 0L, 65535L), (shield.Min, shield.Max, shield.LowestCode, shield.HighestCode));
        Assert.Equal((-512, 32767 / 64.0, -32768L, 32767L), (balance.Min, balance.Max, balance.LowestCode, balance.HighestCode));
        Assert.False(shield.IsRestricted);
        Assert.False(balance.IsRestricted);
    }

    [Fact]
    public void Snapped_floats_are_exact_and_half_a_step_is_their_whole_error()
    {
        var position = Quantity("f32 in -100000..100000 step 1/16 as f32");

        Assert.Equal((ScalarKind.F32, 0, -1_600_000L, 1_600_000L, 1.0 / 32), (position.Wire, position.Origin, position.LowestCode, position.HighestCode, position.MaxError));
        Assert.True(position.IsRestricted);
    }

    [Theory]
    [InlineData("f32 in 0..1 as u4", ScalarKind.U8, 15)]
    [InlineData("f32 in 0..1 as u12", ScalarKind.U16, 4095)]
    [InlineData("f32 step 1/2 as u24", ScalarKind.U32, 16777215)]
    [InlineData("f64 step 1/2 as u53", ScalarKind.U64, 9007199254740991)]
    public void Odd_wires_are_widened_and_keep_their_range(string type, ScalarKind wire, long highest)
    {
        var quantity = Quantity(type);

        Assert.Equal((wire, highest, true), (quantity.Wire, quantity.HighestCode, quantity.IsRestricted));
    }

    [Theory]
    [InlineData("u1", ScalarKind.U8, "0", "1")]
    [InlineData("u4", ScalarKind.U8, "0", "15")]
    [InlineData("u12", ScalarKind.U16, "0", "4095")]
    [InlineData("u33", ScalarKind.U64, "0", "8589934591")]
    [InlineData("u64", ScalarKind.U64, "0", "18446744073709551615")]
    [InlineData("i2", ScalarKind.I8, "-2", "1")]
    [InlineData("i24", ScalarKind.I32, "-8388608", "8388607")]
    [InlineData("i64", ScalarKind.I64, "-9223372036854775808", "9223372036854775807")]
    [InlineData("u8 in 1..11", ScalarKind.U8, "1", "11")]
    [InlineData("i16 in -5..-5", ScalarKind.I16, "-5", "-5")]
    public void Whole_numbers_take_the_next_machine_width(string type, ScalarKind kind, string min, string max)
    {
        var bound = Assert.IsType<IntegerType>(Compile.Model($"quantity Q = {type}").Quantities[0].Type);

        Assert.Equal((kind, BigInteger.Parse(min, CultureInfo.InvariantCulture), BigInteger.Parse(max, CultureInfo.InvariantCulture)), (bound.Kind, bound.Min, bound.Max));
        Assert.Equal("Q", bound.QuantityName);
    }

    [Fact]
    public void Fields_of_a_quantity_know_its_name_and_others_have_none()
    {
        var fields = Compile.Model("struct S { a : Q, b : f32 in 0..1 as u8, c : R }\nquantity Q = f32 in 0..1 as u8\nquantity R = f64").Structs[0].Fields;

        Assert.Equal("Q", Assert.IsType<QuantizedType>(fields[0].Type).QuantityName);
        Assert.Null(Assert.IsType<QuantizedType>(fields[1].Type).QuantityName);
        Assert.Equal("R", Assert.IsType<FloatType>(fields[2].Type).QuantityName);
    }

    [Fact]
    public void What_arrives_is_never_further_off_than_the_stated_error() =>
        Prop.ForAll(Arb.From(AnyQuantity()), sample =>
        {
            var error = sample.Quantization.Wraps
                ? Around(sample.Quantization, Arrives(sample.Quantization, sample.Value) - sample.Value)
                : Math.Abs(Arrives(sample.Quantization, sample.Value) - sample.Value);
            return error <= sample.Quantization.MaxError;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void The_stated_error_is_hardly_more_than_half_a_step_and_the_rounding_of_the_type() =>
        Prop.ForAll(Arb.From(AnyQuantity()), sample =>
        {
            var q = sample.Quantization;
            var magnitude = Math.Max(Math.Abs(q.Min), Math.Abs(q.Max));
            var rounding = q.Natural == ScalarKind.F32 ? MathF.BitIncrement((float)magnitude) - (float)magnitude : 0;
            return q.MaxError >= q.Step / 2 && q.MaxError <= (q.Step / 2 * (1 + 1e-9)) + rounding + (magnitude * 1e-14);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private sealed record Sample(string Text, Quantization Quantization, double Value);

    private static Gen<Sample> AnyQuantity() =>
        from natural in Gen.Elements("f32", "f64")
        from bits in Gen.Elements(4, 8, 11, 16, 24, 32)
        from form in Gen.Choose(0, 5)
        from low in Gen.Choose(-5000, 5000)
        from span in Gen.Choose(1, 100_000)
        from divisor in Gen.Elements(1, 3, 7, 10, 100, 32767)
        from power in Gen.Choose(0, 10)
        from position in Gen.Choose(0, 1 << 20)
        let wide = Math.Max(8, bits > 16 ? 32 : bits > 8 ? 16 : 8)
        let wraps = string.Create(CultureInfo.InvariantCulture, $"{natural} in {low}/{divisor}..{low + span}/{divisor} wraps as u{wide}")
        let text = form switch
        {
            0 => wraps,
            1 => string.Create(CultureInfo.InvariantCulture, $"{natural} in {low}/{divisor}..{low + span}/{divisor} as u{bits}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"{natural} in {low}/{divisor}..{low + (span % (1 << Math.Min(bits, 16)))}/{divisor}+1/{divisor} step 1/{divisor} as u{Math.Max(bits, 17)}"),
            3 => string.Create(CultureInfo.InvariantCulture, $"{natural} step 1/{divisor} as i{bits}"),
            4 => string.Create(CultureInfo.InvariantCulture, $"{natural} step 1/{1 << power} as u{bits}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{natural} in {low}..{low + span} step 1/{1 << Math.Min(power, 6)} as f32"),
        }
        let quantization = Quantity(text)
        let value = quantization.Min + ((quantization.Max - quantization.Min) * (position / (double)(1 << 20)))
        select new Sample(text, quantization, Math.Clamp(natural == "f32" ? (float)value : value, quantization.Min, quantization.Max));

    /// <summary>What the wire format says, word by word.</summary>
    private static double Arrives(Quantization quantization, double value)
    {
        var code = Math.Floor(((value - quantization.Origin) / quantization.Step) + 0.5);
        if (quantization.Wraps)
            code -= Math.Floor(code / (quantization.HighestCode + 1)) * (quantization.HighestCode + 1);
        code = Math.Clamp(code, quantization.LowestCode, quantization.HighestCode);
        var arrived = quantization.Origin + (code * quantization.Step);
        return quantization.Natural == ScalarKind.F32 ? (float)arrived : arrived;
    }

    private static double Around(Quantization quantization, double difference)
    {
        var circle = quantization.Max - quantization.Min;
        var distance = Math.Abs(difference) % circle;
        return Math.Min(distance, circle - distance);
    }

    private static Quantization Quantity(string type) =>
        Assert.IsType<QuantizedType>(Compile.Model($"quantity Q = {type}").Quantities[0].Type).Quantization;
}
