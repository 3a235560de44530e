using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Statements that check one number's code and keep the natural value.</summary>
internal static class ScalarLoad
{
    /// <param name="read">The expression that reads the code.</param>
    /// <param name="at">Where it lies, for errors.</param>
    /// <param name="target">Where the value goes.</param>
    /// <param name="name">The field's name, for errors.</param>
    public static void Write(TsModule module, RunPart part, string read, string at, string target, string name)
    {
        var code = module.Code;
        if (part.Scalar.Min is null)
        {
            code.Line($"{target} = {Restore(part.Type, read)};");
            return;
        }

        code.Line($"const code = {read};");
        code.Line($"if ({Outside(part.Scalar)}) throw {module.Runtime("outOfRange")}({at}, code, {TsLiterals.Text(name)});");
        code.Line($"{target} = {Restore(part.Type, "code")};");
    }

    /// <summary>A test that NaN passes as well.</summary>
    private static string Outside(ScalarCode scalar) =>
        scalar.Kind.IsFloat() && scalar.Min == "-" + scalar.Max ? $"!(Math.abs(code) <= {scalar.Max})"
        : scalar.Kind.IsFloat() ? $"!(code >= {scalar.Min} && code <= {scalar.Max})"
        : !scalar.Kind.IsSigned() && scalar.Min is "0" or "0n" ? $"code > {scalar.Max}"
        : $"code < {scalar.Min} || code > {scalar.Max}";

    private static string Restore(TypeModel type, string code) => type switch
    {
        BoolType => $"{code} !== 0",
        QuantizedType quantized => TsMath.DequantizeUnrolled(quantized.Quantization, Operand(code)),
        _ => code,
    };

    /// <summary>In brackets if it is an operation and neither a name nor a call.</summary>
    private static string Operand(string code) =>
        code.Contains(' ') && !code.EndsWith(")", StringComparison.Ordinal) ? $"({code})" : code;
}
