using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>Writes the reference of a protocol as Markdown pages: all that is needed to write a client by hand.</summary>
public static class ReferenceEmitter
{
    /// <summary>The pages, with links between them relative to one folder.</summary>
    public static IEnumerable<OutputFile> Emit(ProtocolModel protocol)
    {
        yield return new OutputFile("README.md", OverviewPage.Of(protocol));
        yield return new OutputFile("packets.md", PacketsPage.Of(protocol));
        yield return new OutputFile("objects.md", ObjectsPage.Of(protocol));
        yield return new OutputFile("events.md", EventsPage.Of(protocol));
        yield return new OutputFile("commands.md", CommandsPage.Of(protocol));
        yield return new OutputFile("messages.md", MessagesPage.Of(protocol));
        yield return new OutputFile("structs.md", StructsPage.Of(protocol));
        yield return new OutputFile("quantities.md", QuantitiesPage.Of(protocol));
        yield return new OutputFile("enums.md", EnumsPage.Of(protocol));
    }
}
