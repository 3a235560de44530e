using Artemis.Protocol.Runtime;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Artemis.Protocol.Tests.Objects;

/// <summary>Masks, deltas and baselines of a generated object.</summary>
public sealed class DeltaTests
{
    [Fact]
    public void A_delta_brings_a_baseline_to_the_current_state_exactly()
    {
        Prop.ForAll(Ships.Any, Ships.Any, (before, after) =>
        {
            before.Quantize(out var baseline);
            after.Quantize(out var current);
            var mask = PlayerShip.Quantized.Diff(in baseline, in current);
            var bytes = Encode(in current, mask);

            var client = baseline;
            var status = PlayerShip.Quantized.Decode(bytes, ref client, out var read, out var length);

            return status == DecodeStatus.Ok && read == mask && length == bytes.Length && client == current;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Only_the_fields_of_the_mask_change()
    {
        Prop.ForAll(Ships.Any, Ships.Any, Ships.Masks, (from, onto, mask) =>
        {
            from.Quantize(out var source);
            onto.Quantize(out var target);
            var expected = target;
            PlayerShip.Quantized.Copy(in source, ref expected, mask);

            var status = PlayerShip.Quantized.Decode(Encode(in source, mask), ref target, out _, out _);

            return status == DecodeStatus.Ok && target == expected && (PlayerShip.Quantized.Diff(in expected, in target) & ~mask) == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Natural_values_arrive_as_their_codes_say()
    {
        Prop.ForAll(Ships.Any, Ships.Any, Ships.Masks, (from, onto, mask) =>
        {
            from.Quantize(out var source);
            onto.Quantize(out var target);
            target.Dequantize(out var natural);
            PlayerShip.Quantized.Copy(in source, ref target, mask);
            target.Dequantize(out var expected);

            var status = PlayerShip.Decode(Encode(in source, mask), ref natural, out var read, out _);

            return status == DecodeStatus.Ok && read == mask && natural == expected;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bytes_that_end_too_soon_are_truncated_wherever_they_end()
    {
        Prop.ForAll(Ships.Any, Ships.Masks, (ship, mask) =>
        {
            ship.Quantize(out var codes);
            var bytes = Encode(in codes, mask);
            for (var length = 0; length < bytes.Length; length++)
            {
                var target = codes;
                if (PlayerShip.Quantized.Decode(bytes.AsSpan(0, length), ref target, out _, out _) != DecodeStatus.Truncated)
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_destination_of_the_exact_size_is_enough_and_one_byte_less_is_not()
    {
        Prop.ForAll(Ships.Any, Ships.Masks, (ship, mask) =>
        {
            ship.Quantize(out var codes);
            var roomy = Encode(in codes, mask);
            var exact = new byte[PlayerShip.Quantized.EncodedSize(in codes, mask)];
            var written = PlayerShip.Quantized.Encode(exact, in codes, mask);

            var copy = codes;
            Assert.Throws<EncodeException>(() => PlayerShip.Quantized.Encode(new byte[exact.Length - 1], in copy, mask));
            return written == exact.Length && exact.AsSpan().SequenceEqual(roomy);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_bit_without_a_field_is_refused()
    {
        var codes = Ships.Codes(1);
        byte[] bytes = [0, 0, 0x20, .. new byte[32]];

        Assert.Equal(DecodeStatus.UnknownField, PlayerShip.Quantized.Decode(bytes, ref codes, out _, out _));
    }

    [Theory]
    [InlineData(11, 5)]
    [InlineData(9, 2)]
    [InlineData(18, 8)]
    public void A_byte_outside_its_range_is_refused_and_leaves_natural_values_alone(int bit, byte value)
    {
        var ship = Ships.Ship(7);
        var before = ship;
        var bytes = new byte[32];
        BitConverter.TryWriteBytes(bytes, 1u << bit);
        bytes[3] = value;

        Assert.Equal(DecodeStatus.OutOfRange, PlayerShip.Decode(bytes, ref ship, out _, out _));
        Assert.Equal(before, ship);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(100_001f)]
    [InlineData(-100_001f)]
    public void A_position_outside_the_world_is_refused(float position)
    {
        var codes = Ships.Codes(1);
        byte[] bytes = [0x10, 0, 0, .. BitConverter.GetBytes(position)];

        Assert.Equal(DecodeStatus.OutOfRange, PlayerShip.Quantized.Decode(bytes, ref codes, out _, out _));
    }

    private static byte[] Encode(in PlayerShip.Quantized codes, uint mask)
    {
        Span<byte> buffer = stackalloc byte[PlayerShip.MaxEncodedSize + 15];
        return buffer[..PlayerShip.Quantized.Encode(buffer, in codes, mask)].ToArray();
    }
}
