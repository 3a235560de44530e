using Artemis.Frozen;
using Artemis.Protocol.Tests.Vectors;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>The codecs under test.</summary>
internal static class Codecs
{
    /// <summary>The reference interpreter for the Artemis protocol.</summary>
    public static ICodec ArtemisReference { get; } = new InterpreterCodec(Schemas.Artemis);

    /// <summary>The reference interpreter for the frozen protocol.</summary>
    public static ICodec FrozenReference { get; } = new InterpreterCodec(Schemas.Frozen);

    /// <summary>The generated code of the Artemis protocol, as it is in the package.</summary>
    public static ICodec Artemis { get; } = new GeneratedCodec(Schemas.Artemis, typeof(PlayerShip).Assembly, ArtemisPackets.All);

    /// <summary>The generated code of the frozen protocol, which the compiler makes into these tests.</summary>
    public static ICodec Frozen { get; } = new GeneratedCodec(Schemas.Frozen, typeof(Boat).Assembly, FrozenPackets.All);
}
