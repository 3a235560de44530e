using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Observability;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>What all games measure of themselves, asked for over their control connections and put together.</summary>
internal static class GameMetrics
{
    /// <summary>Asks all games; one that does not answer is left out.</summary>
    public static async Task<string> CollectAsync(SessionCatalog catalog, CancellationToken cancel)
    {
        var merged = new PrometheusMerger();
        var asked = catalog.All().Select(session => (session.Id, Answer: AskAsync(session, cancel))).ToArray();
        foreach (var (id, answer) in asked)
        {
            if (await answer is { } text)
                merged.Add(text, $"session=\"{id}\"");
        }

        return merged.Write();
    }

    private static async Task<string?> AskAsync(SessionEntry session, CancellationToken cancel)
    {
        try
        {
            return session.Game.Link is { } link ? await link.MeasureAsync(cancel) : null;
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            return null;
        }
    }
}
