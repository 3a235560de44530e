using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Tests;

/// <summary>The little protocol that has one of everything and never changes.</summary>
internal static class FrozenSchema
{
    public static ProtocolModel Model { get; } = Load();

    private static ProtocolModel Load()
    {
        var path = Path.Combine(RealSchema.RepositoryRoot(), "protocol-schema", "frozen", "frozen.artemis");
        return SchemaCompiler.Compile(new SchemaFile("frozen.artemis", File.ReadAllText(path)), _ => null).Model!;
    }
}
