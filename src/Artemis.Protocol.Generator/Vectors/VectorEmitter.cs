using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>
/// Writes golden vectors: bytes with the values they stand for, or with the error they must be refused with, for everything in
/// a protocol. They come from the reference interpreter, never from generated code.
/// </summary>
public static class VectorEmitter
{
    /// <summary>One file for each kind of declaration. The same model gives the same text.</summary>
    public static IEnumerable<OutputFile> Emit(ProtocolModel protocol)
    {
        var bodies = new BodyVectors(protocol);
        yield return VectorFile.Of("objects.json", "object", protocol, new ObjectVectors(protocol).All());
        yield return VectorFile.Of("events.json", "event", protocol, bodies.Events());
        yield return VectorFile.Of("commands.json", "command", protocol, bodies.Commands());
        yield return VectorFile.Of("packets.json", "packet", protocol, new PacketVectors(protocol).All());
        yield return VectorFile.Of("messages.json", "message", protocol, new MessageVectors(protocol).All());
        yield return VectorFile.Of("frames.json", "frames", protocol, new FrameVectors(protocol).All());
    }
}
