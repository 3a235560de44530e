using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>What became of a packet that was looked at.</summary>
public enum ExplainOutcome
{
    /// <summary>Its fields are all there.</summary>
    Explained,

    /// <summary>It is framed well, and the protocol has no packet of its type from its side; it was skipped.</summary>
    UnknownType,

    /// <summary>It is framed well and of a known type, and its body is not what the schema says; it was skipped.</summary>
    NotOurs,

    /// <summary>Its frame is not one. Nothing behind it can be read.</summary>
    BadFraming,
}

/// <summary>One packet, taken apart.</summary>
/// <param name="Offset">Where its header begins.</param>
/// <param name="Length">Bytes, header included; what is left of the input if the framing is bad.</param>
/// <param name="Origin">Who sent it, or None if the header does not say.</param>
/// <param name="Name">Its name in the schema; null if the type is unknown.</param>
/// <param name="Fields">Its fields; if there is an error, those that were read before it.</param>
/// <param name="Error">What is wrong, or null.</param>
public sealed record ExplainedPacket(
    ExplainOutcome Outcome,
    int Offset,
    int Length,
    Origins Origin,
    uint TypeId,
    string? Name,
    ExplainedGroup? Fields,
    WireFault? Error);
