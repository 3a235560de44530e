namespace Artemis.Protocol.Runtime;

/// <summary>A generated command: an order that fits into a command packet.</summary>
public interface ICommand
{
    /// <summary>What a packet's command id says of it.</summary>
    static abstract uint Id { get; }

    /// <summary>Exactly the bytes that its body takes.</summary>
    int EncodedSize();

    /// <summary>Writes its body for a peer of some version: what is newer is left out.</summary>
    /// <returns>Bytes written.</returns>
    /// <exception cref="EncodeException">There is too little room, or a text or list is too short.</exception>
    int Encode(Span<byte> body, ProtocolVersion peer);
}
