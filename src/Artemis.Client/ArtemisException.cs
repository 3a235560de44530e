using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>A server refused what was asked, or could not be reached.</summary>
public sealed class ArtemisException : Exception
{
    /// <summary>Makes one without words.</summary>
    public ArtemisException()
    {
    }

    /// <summary>Makes one that says what is wrong.</summary>
    public ArtemisException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says what is wrong and what led to it.</summary>
    public ArtemisException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one from what a server said.</summary>
    public ArtemisException(ErrorCode code, string message)
        : base(message) => Code = code;

    /// <summary>The server's code; null if it was not a server that said so.</summary>
    public ErrorCode? Code { get; }
}
