using System.Globalization;
using Artemis.ReferenceServer.Gateway.Hosting;

namespace Artemis.ReferenceServer.Gateway;

/// <summary>Makes the addresses under which clients reach games.</summary>
/// <param name="template">Template with <c>{port}</c> and <c>{host}</c>.</param>
public sealed class PublicUrl(string template)
{
    /// <summary>The address of a game, wherever it runs.</summary>
    /// <param name="host">The name under which the client reached the gateway, without port.</param>
    /// <param name="game">The game.</param>
    public string For(string host, GameHandle game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return (game.PublicUrl is { } own ? new PublicUrl(own) : this).For(game.Address ?? host, game.Port);
    }

    /// <summary>The address of a game on the gateway's machine.</summary>
    /// <param name="host">The name under which the client reached the gateway, without port.</param>
    /// <param name="port">The game's port.</param>
    public string For(string host, int port) =>
        template
            .Replace("{host}", host, StringComparison.Ordinal)
            .Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>
    /// Sources for a content security policy: one for each port if the address tells ports apart, else one for all.
    /// </summary>
    /// <param name="host">The name under which the page was reached.</param>
    /// <param name="first">Lowest port; 0 if any is possible.</param>
    /// <param name="last">Highest port.</param>
    public IEnumerable<string> Sources(string host, int first, int last)
    {
        var origin = For(host, 1);
        var path = origin.IndexOf('/', origin.IndexOf("//", StringComparison.Ordinal) + 2);
        if (path >= 0)
            origin = origin[..path];
        if (!origin.EndsWith(":1", StringComparison.Ordinal))
            return [origin];
        origin = origin[..^2];
        return first == 0
            ? [origin + ":*"]
            : Enumerable.Range(first, last - first + 1)
                .Select(port => string.Create(CultureInfo.InvariantCulture, $"{origin}:{port}"));
    }
}
