using System.Globalization;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds real numbers and how they lie on the wire. Null results were reported already.</summary>
internal sealed class QuantizationBinder(BindingContext context, ConstantEvaluator evaluator)
{
    /// <summary>Binds <c>f32</c> or <c>f64</c> with all that follows.</summary>
    public TypeModel? Bind(NamedTypeSyntax type, ScalarKind natural, string? quantity)
    {
        if (type.Range is null && type.Step is null && type.Wraps is null && type.Wire is null)
            return new FloatType(natural, quantity);
        (double Min, double Max)? range = null;
        if (type.Range is not null)
        {
            range = BindRange(type.Range, natural);
            if (range is null)
                return null;
        }

        double? step = null;
        if (type.Step is not null)
        {
            step = BindStep(type.Step);
            if (step is null)
                return null;
        }

        if (type.Wire is null)
        {
            context.Report(type, Rules.NoWire, natural.Keyword());
            return null;
        }

        var bound = type.Wire.Type.Text == "f32"
            ? Snapped(type, natural, range, step)
            : Coded(type, natural, range, step);
        return bound is null ? null : new QuantizedType(bound, quantity);
    }

    private (double Min, double Max)? BindRange(RangeSyntax range, ScalarKind natural)
    {
        var min = evaluator.Number(range.Min);
        var max = evaluator.Number(range.Max);
        if (min is null || max is null)
            return null;
        if (!(min.Real < max.Real))
        {
            context.Report(range, Rules.EmptyRange, min, max);
            return null;
        }

        // The whole range must fit, since its width is computed with.
        var largest = natural == ScalarKind.F32 ? float.MaxValue : double.MaxValue / 2;
        if (min.Real < -largest || max.Real > largest)
        {
            context.Report(range, Rules.RangeOutsideType, min, max, natural.Keyword(), ConstValue.Display(-largest), ConstValue.Display(largest));
            return null;
        }

        return (min.Real, max.Real);
    }

    private double? BindStep(StepSyntax syntax)
    {
        var step = evaluator.Number(syntax.Size);
        if (step is null)
            return null;
        // Below the smallest normal number, steps are not computed exactly any more.
        if (step.Real >= 2.2250738585072014e-308)
            return step.Real;
        context.Report(syntax.Size, Rules.BadStep, step);
        return null;
    }

    /// <summary>A float wire: the value itself, snapped to a grid on which all values are exact.</summary>
    private Quantization? Snapped(NamedTypeSyntax type, ScalarKind natural, (double Min, double Max)? bounds, double? stepSize)
    {
        if (type.Wraps is not null)
            return Fail(type.Wraps, Rules.BadWrap, "an unsigned wire of 8, 16 or 32 bits");
        if (bounds is not var (min, max) || stepSize is not { } step)
            return Fail(type.Wire!, Rules.BadWire, "'f32'", "write range and step, as in 'f32 in -1000..1000 step 1/16 as f32'");
        if (!QuantizationMath.IsPowerOfTwo(step))
            return Fail(type.Step!.Size, Rules.StepNotPowerOfTwo, ConstValue.Display(step));
        if (Steps(type.Range!.Min, min, 0, step) is not { } lowest || Steps(type.Range.Max, max, 0, step) is not { } highest)
            return null;
        var magnitude = Math.Max(Math.Abs(min), Math.Abs(max));
        if (!QuantizationMath.IsExactInF32(step, magnitude))
            return Fail(type, Rules.NotExactInF32, ConstValue.Display(step), ConstValue.Display(magnitude));
        return Make(natural, min, max, step, 0, ScalarKind.F32, false, (long)lowest, (long)highest);
    }

    /// <summary>An integer wire: the number of the step.</summary>
    private Quantization? Coded(NamedTypeSyntax type, ScalarKind natural, (double Min, double Max)? bounds, double? stepSize)
    {
        var wireName = type.Wire!.Type;
        if (BuiltInTypes.IntegerOf(wireName.Text) is not { } wire)
        {
            return wireName.IsMissing
                ? null
                : Fail(wireName, Rules.BadWire, $"'{wireName.Text}'", Suggestions.Ask(wireName.Text, BuiltInTypes.Names.Skip(1).Take(9), "choose u8, u16, u32, i8, i16, i32 or f32"));
        }

        if (type.Wraps is not null)
            return Wrapping(type, natural, bounds, wire);
        if (stepSize is not { } step)
            return Even(type, natural, bounds, wire);

        var origin = bounds is var (start, _) && !wire.IsSigned ? start : 0;
        double lowest = (double)wire.Min, highest = (double)wire.Max;
        if (bounds is var (min, max))
        {
            if (Steps(type.Range!.Min, min, origin, step) is not { } first || Steps(type.Range.Max, max, origin, step) is not { } last)
                return null;
            (lowest, highest) = (first, last);
        }
        else
        {
            (min, max) = (lowest * step, highest * step);
            if (max > (natural == ScalarKind.F32 ? float.MaxValue : double.MaxValue / 2))
                return Fail(type.Step!, Rules.RangeOutsideType, ConstValue.Display(min), ConstValue.Display(max), natural.Keyword(), "less", "that");
        }

        if (lowest < (double)wire.Min || highest > (double)wire.Max)
            return Fail(type, Rules.CodesDoNotFit, ConstValue.Display(lowest), ConstValue.Display(highest), wireName.Text);
        return Make(type, natural, min, max, step, origin, wire, false, lowest, highest);
    }

    /// <summary>No step: the range is spread evenly over all codes.</summary>
    private Quantization? Even(NamedTypeSyntax type, ScalarKind natural, (double Min, double Max)? bounds, IntegerWidth wire)
    {
        if (bounds is not var (min, max))
            return Fail(type.Wire!, Rules.BadWire, $"'{type.Wire!.Type.Text}'", "give a range, a step or both");
        if (wire.IsSigned)
            return Fail(type.Wire!, Rules.BadWire, $"'{type.Wire!.Type.Text}'", "a signed wire needs a step; without one, use an unsigned wire");
        var highest = (double)wire.Max;
        return Make(type, natural, min, max, (max - min) / highest, min, wire, false, 0, highest);
    }

    private Quantization? Wrapping(NamedTypeSyntax type, ScalarKind natural, (double Min, double Max)? bounds, IntegerWidth wire)
    {
        if (bounds is not var (min, max))
            return Fail(type.Wraps!, Rules.BadWrap, "a range");
        if (type.Step is not null)
            return Fail(type.Step, Rules.BadWrap, "no step, since the circle is divided evenly");
        if (wire.IsSigned || !wire.IsMachineWidth || wire.Bits > 32)
            return Fail(type.Wire!, Rules.BadWrap, "an unsigned wire of 8, 16 or 32 bits");
        var highest = (double)wire.Max;
        return Make(type, natural, min, max, (max - min) / (highest + 1), min, wire, true, 0, highest);
    }

    /// <summary>How many steps a bound is from the origin; it must be a whole number of them.</summary>
    private double? Steps(ExpressionSyntax place, double bound, double origin, double step)
    {
        if (QuantizationMath.WholeSteps(bound, origin, step) is { } steps)
            return steps;
        var below = Math.Floor((bound - origin) / step);
        context.Report(
            place,
            Rules.RangeOffGrid,
            ConstValue.Display(bound),
            ConstValue.Display(origin),
            Rounded(origin + (below * step)),
            Rounded(origin + ((below + 1) * step)));
        return null;
    }

    /// <summary>A number to write instead, without the dust of binary fractions.</summary>
    private static string Rounded(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    private Quantization? Make(
        NamedTypeSyntax type, ScalarKind natural, double min, double max, double step, double origin, IntegerWidth wire, bool wraps, double lowest, double highest)
    {
        if (!(step > 0))
            return Fail(type, Rules.BadStep, ConstValue.Display(step));
        if (highest >= QuantizationMath.LargestCode || lowest <= -QuantizationMath.LargestCode)
            return Fail(type.Wire!, Rules.BadWire, $"'{type.Wire!.Type.Text}'", "codes beyond 53 bits are not exact; choose a narrower wire or a smaller range");
        return Make(natural, min, max, step, origin, wire.Kind, wraps, (long)lowest, (long)highest);
    }

    private static Quantization Make(
        ScalarKind natural, double min, double max, double step, double origin, ScalarKind wire, bool wraps, long lowest, long highest) =>
        new(natural, min, max, step, origin, wire, wraps, lowest, highest,
            QuantizationMath.MaxError(natural, min, max, step, origin, lowest, highest));

    private Quantization? Fail(SyntaxElement place, Rule rule, params object[] arguments)
    {
        context.Report(place, rule, arguments);
        return null;
    }
}
