using System.Collections;
using System.Reflection;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Runtime;
using Artemis.Protocol.Tests.Vectors;
using FrameHeader = Artemis.Protocol.Runtime.FrameHeader;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>A generated message.</summary>
internal sealed class MessageAdapter(Type native)
{
    private readonly MethodInfo decode = native.GetMethod("TryDecode")!;

    /// <summary>The whole frame.</summary>
    /// <param name="isFromBoth">Whether both sides may send the message, so that it asks which.</param>
    public byte[] Encode(object value, Origin origin, bool isFromBoth, ProtocolVersion? peer)
    {
        List<object> arguments = [];
        if (isFromBoth)
            arguments.Add(origin);
        if (peer is { } version)
            arguments.Add(version);

        var method = native.GetMethod("ToFrame", [.. arguments.Select(argument => argument.GetType())])!;
        try
        {
            return (byte[])method.Invoke(value, [.. arguments])!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentException refused)
        {
            throw refused;
        }
    }

    /// <summary>Reads the body of a frame.</summary>
    public Decoding Decode(byte[] frame, Func<object, FieldsValue> read)
    {
        var arguments = new object?[] { new ReadOnlyMemory<byte>(frame, FrameHeader.Size, frame.Length - FrameHeader.Size), null, null };
        var status = GeneratedCodec.Status((DecodeStatus)decode.Invoke(null, arguments)!);
        var error = (DecodeError)arguments[2]!;
        if (GeneratedCodec.Status(error.Status) != status || status == WireStatus.Ok == arguments[1] is null)
            throw new InvalidOperationException($"{native.Name}: status {status}, error {error} and message contradict each other");
        return status == WireStatus.Ok
            ? new Decoding(status, read(arguments[1]!), [], UnknownKeys: CountUnknown(arguments[1]!), Native: arguments[1])
            : new Decoding(status, null, [status], error.Field ?? "");
    }

    /// <summary>The unknown keys of a message and of all records in it.</summary>
    private static int CountUnknown(object value)
    {
        var own = value.GetType().GetProperty("UnknownKeyCount");
        if (own is null)
            return 0;
        var nested = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => property.GetValue(value))
            .SelectMany(item => item switch
            {
                null or string or byte[] => [],
                IEnumerable list => list.Cast<object>(),
                _ => [item],
            });
        return (int)own.GetValue(value)! + nested.Sum(CountUnknown);
    }
}
