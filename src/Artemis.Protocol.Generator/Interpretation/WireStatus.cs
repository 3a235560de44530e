namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>
/// How reading bytes ended. The names are the same in the runtime of every language and in the golden vectors.
/// </summary>
public enum WireStatus
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>The bytes end before the value does.</summary>
    Truncated,

    /// <summary>The frame does not begin with the protocol's magic word.</summary>
    BadMagic,

    /// <summary>The frame's lengths contradict each other, or the word that must be 0 is not.</summary>
    BadLength,

    /// <summary>The frame is longer than the protocol's limit.</summary>
    FrameTooLarge,

    /// <summary>The frame comes from a side that may not send it.</summary>
    WrongOrigin,

    /// <summary>Bytes are left behind the last field.</summary>
    TrailingBytes,

    /// <summary>A number, a count or a flag byte is outside what the schema allows.</summary>
    OutOfRange,

    /// <summary>An object entry of a type that the schema does not have; it has no length, so nothing behind it can be read.</summary>
    UnknownObject,

    /// <summary>A mask has a bit set that no field has.</summary>
    UnknownField,

    /// <summary>No packet or message has this type id.</summary>
    UnknownPacket,

    /// <summary>No command has this id.</summary>
    UnknownCommand,

    /// <summary>No event has this id.</summary>
    UnknownEvent,

    /// <summary>A message lacks a key that is required.</summary>
    MissingKey,

    /// <summary>A message is not MessagePack, or a key holds what its field cannot be.</summary>
    BadMessage,
}

/// <summary>What is wrong with some bytes, and where.</summary>
/// <param name="Offset">Byte at which the offending value begins, counted from the start of what was given to the decoder.</param>
/// <param name="Path">Field that was being read, such as <c>objects[2].heading</c>; empty for the frame itself.</param>
/// <param name="Message">The same for a person.</param>
public sealed record WireFault(WireStatus Status, int Offset, string Path, string Message);

/// <summary>
/// What came out of decoding. Reading goes on behind a number that is out of range, so that one body may have several faults;
/// the first is the one that a decoder which reads field by field reports.
/// </summary>
/// <param name="Value">What was read; in case of faults, as far as it goes.</param>
/// <param name="Faults">In the order of their finding; empty if all is well.</param>
/// <param name="Length">Bytes consumed.</param>
public sealed record Decoded<T>(T Value, IReadOnlyList<WireFault> Faults, int Length)
    where T : WireValue
{
    /// <summary><see cref="WireStatus.Ok"/>, or the status of the first fault.</summary>
    public WireStatus Status => Faults.Count == 0 ? WireStatus.Ok : Faults[0].Status;
}
