using Artemis.Protocol.Runtime;

namespace Artemis.Benchmarks.Codec;

/// <summary>The generated codec of an object, bound at compile time so that calls are direct.</summary>
/// <typeparam name="TShip">Natural values.</typeparam>
/// <typeparam name="TQuantized">Wire units.</typeparam>
internal interface IShipCodec<TShip, TQuantized>
    where TShip : struct
    where TQuantized : struct
{
    static abstract int Encode(Span<byte> destination, in TQuantized value, uint mask);

    static abstract DecodeStatus Decode(ReadOnlySpan<byte> source, ref TShip value, out uint mask);

    static abstract void Quantize(in TShip value, out TQuantized quantized);

    static abstract uint Diff(in TQuantized baseline, in TQuantized current);
}
