using System.Reflection;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Fuzz.Targets;

/// <summary>Every decoder of the protocol's assembly, found by its methods, and the whole way from a message's bytes through the dispatchers.</summary>
internal static class TargetList
{
    /// <summary>All of them, in the same order in every process.</summary>
    public static IReadOnlyList<Target> All()
    {
        var root = typeof(TargetList).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == "RepositoryRoot").Value!;
        var corpus = Corpus.Read(Path.Combine(root, "protocol-schema", "vectors"));
        var decoders = typeof(ArtemisProtocol).Assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => Of(type, corpus.Bodies(type.Name)))
            .OfType<Target>();
        return [.. decoders, new FramesTarget(Origin.Server, corpus.Frames), new FramesTarget(Origin.Client, corpus.Frames)];
    }

    /// <summary>The target for a type, or null if it does not decode by itself.</summary>
    private static Target? Of(Type type, IReadOnlyList<byte[]> corpus)
    {
        if (type.IsValueType && type.GetNestedType("Quantized") is { } quantized && type.GetField("AllFields") is { } mask)
            return Make(typeof(ObjectTarget<,,>), corpus, type, quantized, mask.FieldType);
        if (IsBody(type))
            return Make(typeof(BodyTarget<>), corpus, type);
        return type.IsClass && type.GetMethod("TryDecode", BindingFlags.Public | BindingFlags.Static) is not null
            ? Make(typeof(MessageTarget<>), corpus, type)
            : null;
    }

    private static bool IsBody(Type type) =>
        type.IsValueType
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method =>
            method.Name == "Decode"
            && method.GetParameters() is [var body, { IsOut: true } value]
            && body.ParameterType == typeof(ReadOnlySpan<byte>)
            && value.ParameterType == type.MakeByRefType());

    private static Target Make(Type target, IReadOnlyList<byte[]> corpus, params Type[] arguments) =>
        (Target)Activator.CreateInstance(target.MakeGenericType(arguments), corpus)!;
}
