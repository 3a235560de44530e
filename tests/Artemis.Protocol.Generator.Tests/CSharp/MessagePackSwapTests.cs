using Artemis.Protocol.Generator.CSharp;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.CSharp;

/// <summary>
/// UseMessagePackCSharp=true: the runtime and generated messages stand on an assembly named MessagePack. Its stand-in has our own types under the
/// package's names; what is not public there is out of reach, as it would be in the package.
/// </summary>
public class MessagePackSwapTests
{
    private const string Symbol = "USE_MESSAGEPACK_CSHARP";

    private const string RoundTrip = """
        using System.Buffers;
        using Artemis.Frozen;
        using Artemis.Protocol.Runtime;

        public static class Probe
        {
            public static string Run()
            {
                var crew = new Crew
                {
                    Ship = "Intrepid",
                    Members = [new Member { Id = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), Name = "Ann", Rank = 3 }, new Member { Id = Guid.Empty, Name = "Ö" }],
                    Speed = 1.5f,
                    Chart = [1, 2, 3],
                    Sort = default,
                    Log = new string('x', 200),
                };
                var output = new ArrayBufferWriter<byte>();
                crew.Encode(output);
                var status = Crew.TryDecode(output.WrittenMemory, out var again, out var error);
                if (status != DecodeStatus.Ok || !crew.Equals(again))
                    return $"{status} {error}";

                var cut = Crew.TryDecode(output.WrittenMemory[..^1], out _, out _);
                return cut == DecodeStatus.Truncated ? "" : $"cut short, it is {cut}";
            }
        }
        """;

    [Fact]
    public void Generated_messages_round_trip_over_the_packages_writer_and_reader()
    {
        var library = Path.Combine(RealSchema.RepositoryRoot(), "src", "Artemis.Protocol");
        var standIn = RoslynHost.Compile(
            "MessagePack",
            Sources(library, "MessagePack").Select(source => (source.Path, source.Text.Replace("namespace Artemis.Protocol.MessagePack;", "namespace MessagePack;", StringComparison.Ordinal))),
            []);
        var swapped = RoslynHost.Compile(
            "Swapped",
            [
                .. Sources(library, "Runtime"),
                .. CSharpEmitter.Emit(FrozenSchema.Model).Select(file => (file.Path, file.Text)),
                ("Probe.cs", RoundTrip),
            ],
            [MetadataReference.CreateFromImage(standIn)],
            Symbol);

        Assert.Contains("MessagePack", References(swapped));
        Assert.Equal("", RoslynHost.Run(swapped, "Probe", "Run", standIn));
    }

    private static IEnumerable<(string Path, string Text)> Sources(string library, string folder) =>
        Directory.EnumerateFiles(Path.Combine(library, folder), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(path)));

    private static IEnumerable<string> References(byte[] assembly)
    {
        using var reader = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(assembly));
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(reader);
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
