namespace Artemis.Protocol.Runtime;

/// <summary>Which side a frame comes from, as its header says.</summary>
public enum Origin : uint
{
    /// <summary>From the server.</summary>
    Server = 1,

    /// <summary>From a client.</summary>
    Client = 2,
}
