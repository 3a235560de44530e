using Artemis.Protocol.Runtime;

namespace Artemis.Benchmarks.Codec;

/// <summary>The loops that are timed, over any object.</summary>
internal static class ShipLoops<TCodec, TShip, TQuantized>
    where TCodec : struct, IShipCodec<TShip, TQuantized>
    where TShip : struct
    where TQuantized : struct
{
    private const int BufferSize = 512;

    /// <summary>Encodes a ship with the same mask each time.</summary>
    public static Action<int> Encode(TShip ship, uint mask)
    {
        TCodec.Quantize(in ship, out var quantized);
        var buffer = new byte[BufferSize];
        return count =>
        {
            for (var i = 0; i < count; i++)
                TCodec.Encode(buffer, in quantized, mask);
        };
    }

    /// <summary>Encodes a ship with masks in turn.</summary>
    /// <param name="masks">As many as a power of two.</param>
    public static Action<int> Encode(TShip ship, uint[] masks)
    {
        TCodec.Quantize(in ship, out var quantized);
        var buffer = new byte[BufferSize];
        return count =>
        {
            for (var i = 0; i < count; i++)
                TCodec.Encode(buffer, in quantized, masks[i & (masks.Length - 1)]);
        };
    }

    /// <summary>Decodes the same bytes onto a ship that is there.</summary>
    public static Action<int> Decode(TShip ship, uint mask)
    {
        var encoded = Bytes(ship, mask);
        var target = ship;
        return count =>
        {
            for (var i = 0; i < count; i++)
                Require(TCodec.Decode(encoded, ref target, out _));
        };
    }

    /// <summary>Decodes a run of updates, each with a mask of its own, onto a ship that is there.</summary>
    /// <param name="masks">As many as a power of two.</param>
    public static Action<int> Decode(TShip ship, uint[] masks)
    {
        // One behind the other, as in a stream; the starts are known so that only the decoding is timed.
        var encoded = Array.ConvertAll(masks, mask => Bytes(ship, mask));
        var starts = new int[masks.Length + 1];
        for (var i = 0; i < encoded.Length; i++)
            starts[i + 1] = starts[i] + encoded[i].Length;
        var stream = encoded.SelectMany(bytes => bytes).ToArray();

        var target = ship;
        return count =>
        {
            for (var i = 0; i < count; i++)
            {
                var index = i & (masks.Length - 1);
                var start = starts[index];
                Require(TCodec.Decode(stream.AsSpan(start, starts[index + 1] - start), ref target, out _));
            }
        };
    }

    /// <summary>Brings ships in turn from natural values to wire units.</summary>
    public static Action<int> Quantize(TShip[] ships)
    {
        TQuantized quantized = default;
        return count =>
        {
            for (var i = 0; i < count; i++)
                TCodec.Quantize(in ships[i & (ships.Length - 1)], out quantized);
        };
    }

    /// <summary>Finds what changed between ships that follow each other.</summary>
    public static Action<int> Diff(TShip[] ships)
    {
        var quantized = Array.ConvertAll(ships, ship =>
        {
            TCodec.Quantize(in ship, out var result);
            return result;
        });
        var total = new uint[1];
        return count =>
        {
            var changed = 0u;
            for (var i = 0; i < count; i++)
            {
                ref var current = ref quantized[(i + 1) & (quantized.Length - 1)];
                changed += TCodec.Diff(in quantized[i & (quantized.Length - 1)], in current);
            }

            total[0] += changed;
        };
    }

    /// <summary>The bytes of a ship under a mask.</summary>
    public static byte[] Bytes(TShip ship, uint mask)
    {
        TCodec.Quantize(in ship, out var quantized);
        var buffer = new byte[BufferSize];
        return buffer[..TCodec.Encode(buffer, in quantized, mask)];
    }

    private static void Require(DecodeStatus status)
    {
        if (status != DecodeStatus.Ok)
            throw new InvalidOperationException($"The codec refused its own bytes: {status}.");
    }
}
