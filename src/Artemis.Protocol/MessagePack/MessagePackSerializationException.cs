namespace Artemis.Protocol.MessagePack;

/// <summary>The bytes are MessagePack, or claim to be, but not what was asked for.</summary>
public sealed class MessagePackSerializationException : Exception
{
    /// <summary>Makes one without words.</summary>
    public MessagePackSerializationException()
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public MessagePackSerializationException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes one that says what is wrong and what led to it.</summary>
    public MessagePackSerializationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
