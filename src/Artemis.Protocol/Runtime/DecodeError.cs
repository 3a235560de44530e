namespace Artemis.Protocol.Runtime;

/// <summary>What was wrong with some bytes, and where.</summary>
/// <param name="Status">What was wrong; <see cref="DecodeStatus.Ok"/> if nothing was.</param>
/// <param name="Offset">Byte at or just behind which it was noticed, counted from the start of what was given to the decoder.</param>
/// <param name="Field">The field or key that it concerns, such as <c>difficulty</c>; null if it concerns none.</param>
public readonly record struct DecodeError(DecodeStatus Status, int Offset, string? Field)
{
    /// <summary>The error for a person, without its offset.</summary>
    public override string ToString() => Field is null ? Status.ToString() : $"{Status}: {Field}";
}
