using System.Buffers;
using System.Reflection;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Runtime;
using Artemis.Protocol.Tests.Vectors;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>A generated message.</summary>
internal sealed class MessageAdapter(Type native)
{
    public byte[] Encode(object value, Origin origin, ProtocolVersion? peer) => throw new NotImplementedException(native.Name);

    public Decoding Decode(byte[] body, Func<object, FieldsValue> read) => throw new NotImplementedException(native.Name);
}
