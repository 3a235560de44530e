using System.Globalization;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>
/// An object's mask in TypeScript: a number up to 32 bits, beyond that a <c>bigint</c> that encoders and decoders take apart into
/// two numbers of 32 bits, <c>mask</c> and <c>high</c>.
/// </summary>
internal sealed class TsMask(ObjectModel model)
{
    /// <summary>Whether callers see a <c>bigint</c>.</summary>
    public bool IsBig => model.MaskBytes > 4;

    public string Type => IsBig ? "bigint" : "number";

    public ulong All => model.Fields.Aggregate(0UL, (mask, item) => mask | (1UL << item.Bit));

    /// <summary>A mask as callers see it.</summary>
    public string Literal(ulong mask) => TsLiterals.Hex(mask) + (IsBig ? "n" : string.Empty);

    /// <summary>The mask of one field, as a shift.</summary>
    public string Bit(int bit) =>
        IsBig ? $"1n << {bit}n" : bit == 31 ? "0x80000000" : $"1 << {bit.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The local that holds a bit in encoders and decoders.</summary>
    public static string PartOf(int bit) => bit < 32 ? "mask" : "high";

    /// <summary>Whether any of some bits, all of one part, is set.</summary>
    public static string IsSet(IEnumerable<int> bits)
    {
        var all = bits.ToArray();
        var mask = all.Aggregate(0UL, (sum, bit) => sum | (1UL << (bit % 32)));
        return $"({PartOf(all[0])} & {TsLiterals.Hex(mask)}) !== 0";
    }

    /// <summary>Whether all of some bits, all of one part, are set.</summary>
    public static string AreAllSet(IEnumerable<int> bits)
    {
        var all = bits.ToArray();
        var mask = all.Aggregate(0UL, (sum, bit) => sum | (1UL << (bit % 32)));
        return $"(~{PartOf(all[0])} & {TsLiterals.Hex(mask)}) === 0";
    }

    /// <summary>A size if a bit is set, else 0, without a branch.</summary>
    /// <param name="size">1, 2, 4 or 8.</param>
    public static string SizeIfSet(int bit, int size)
    {
        var local = bit % 32;
        var shift = local - (size switch { 1 => 0, 2 => 1, 4 => 2, _ => 3 });
        var masked = $"{PartOf(bit)} & {TsLiterals.Hex(1UL << local)}";
        return shift switch
        {
            0 => masked,
            > 0 => $"({masked}) >>> {shift}",
            _ => $"({masked}) << {-shift}",
        };
    }
}
