using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Tests.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Artemis.Protocol.Tests.Values;

/// <summary>Runs properties over all types of a protocol.</summary>
internal static class Check
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>
    /// Holds a property against arbitrary seeds for each type. The property gives what does not hold, or null; its first failure is
    /// thrown with the seed that makes it come back.
    /// </summary>
    public static void ForAll(ProtocolModel protocol, int times, Func<WireType, int, string?> trouble)
    {
        foreach (var type in WireType.All(protocol))
        {
            var property = Prop.ForAll(Seeds, seed =>
            {
                var found = trouble(type, seed);
                return (found is null).Label($"{type.Kind} {type.Name}, seed {seed}: {found}");
            });
            FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true), property);
        }
    }
}
