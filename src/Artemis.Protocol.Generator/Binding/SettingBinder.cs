using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds what stands in the braces of <c>protocol</c>.</summary>
internal sealed class SettingBinder(BindingContext context, ConstantEvaluator evaluator)
{
    private const uint DefaultMagic = 0xdeadbeef;
    private const int DefaultFrameLimit = 65536;
    private const int SmallestFrameLimit = 64;
    private const int LargestFrameLimit = 1 << 24;

    private static readonly Regex NamespacePattern = new(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$", RegexOptions.CultureInvariant);

    public uint Magic { get; private set; } = DefaultMagic;

    public int FrameLimit { get; private set; } = DefaultFrameLimit;

    public string? CSharpNamespace { get; private set; }

    public void Bind(ProtocolSyntax protocol)
    {
        var seen = new HashSet<string>();
        foreach (var setting in protocol.Settings)
        {
            if (!seen.Add(setting.Name.Text))
                context.Report(setting.Name, Rules.RepeatedName, setting.Name.Text);
            Bind(setting);
        }
    }

    private void Bind(SettingSyntax setting)
    {
        switch (setting.Name.Text)
        {
            case "magic":
                Magic = (uint)Number(setting, 0, uint.MaxValue, DefaultMagic);
                break;
            case "frameLimit":
                FrameLimit = (int)Number(setting, SmallestFrameLimit, LargestFrameLimit, DefaultFrameLimit);
                break;
            case "namespace" when setting.Target is { IsMissing: true }:
                break;
            case "namespace" when setting.Target?.Text == "csharp":
                CSharpNamespace = Namespace(setting);
                break;
            default:
                context.Report(setting.Target ?? setting.Name, Rules.UnknownSetting, (setting.Name.Text + " " + setting.Target?.Text).Trim());
                break;
        }
    }

    private BigInteger Number(SettingSyntax setting, uint least, uint largest, uint otherwise)
    {
        if (evaluator.Whole(setting.Value) is not { } value)
            return otherwise;
        if (value >= least && value <= largest)
            return value;
        var advice = string.Format(CultureInfo.InvariantCulture, "choose a whole number from {0} to {1}", least, largest);
        context.Report(setting.Value, Rules.SettingValue, $"'{setting.Name.Text}'", value, advice);
        return otherwise;
    }

    private string? Namespace(SettingSyntax setting)
    {
        if (setting.Value is not TextSyntax { Token.IsMissing: false } text)
            return null;
        var value = Literals.TextOf(text.Token.Text);
        if (NamespacePattern.IsMatch(value))
            return value;
        context.Report(text, Rules.SettingValue, "a namespace", $"\"{value}\"", "write names with points between, such as \"My.Game.Protocol\"");
        return null;
    }
}
