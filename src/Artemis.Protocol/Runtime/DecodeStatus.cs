namespace Artemis.Protocol.Runtime;

/// <summary>How decoding ended. The names are the same in every language and in the golden vectors.</summary>
/// <remarks>Where bytes are wrong in several ways, it is unspecified which of them is reported.</remarks>
public enum DecodeStatus : byte
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
