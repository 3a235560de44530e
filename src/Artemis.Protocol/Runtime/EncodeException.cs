namespace Artemis.Protocol.Runtime;

/// <summary>
/// An encoder was misused: the destination has too little room, a text or list is shorter than the schema's minimum and cannot be
/// mended, a section was written out of its order, or a frame passes the protocol's limit. It is the only exception that generated
/// encoders throw for what a caller gives them; decoders throw none.
/// </summary>
public sealed class EncodeException : ArgumentException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public EncodeException()
    {
    }

    /// <summary>Makes an exception with a message for a person.</summary>
    public EncodeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message for a person and what caused it.</summary>
    public EncodeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static EncodeException NoRoom(int needed, int available) =>
        new($"The destination has room for {available} bytes and {needed} are needed.");

    /// <summary>Throws if there is less room than is needed.</summary>
    public static void ThrowIfNoRoom(int needed, int available)
    {
        if (needed > available)
            throw NoRoom(needed, available);
    }

    /// <summary>Throws for a text, bytes or list whose count is outside the schema's bounds.</summary>
    public static void ThrowIfOutside(int count, int min, int max, string field)
    {
        if (count < min || count > max)
            throw new EncodeException($"'{field}' has a count of {count}, outside {min}..{max}.");
    }
}
