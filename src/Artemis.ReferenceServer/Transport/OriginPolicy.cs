namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// Which web pages may open a WebSocket. A browser names the page's origin; a stranger's page must not play in a player's name.
/// Clients that are no browsers name none.
/// </summary>
public sealed class OriginPolicy
{
    private readonly HashSet<string> _allowed;
    private readonly bool _allowsAny;

    /// <summary>Makes a policy.</summary>
    /// <param name="allowed">Origins such as <c>https://play.example</c>; <c>*</c> is any.</param>
    public OriginPolicy(IEnumerable<string> allowed)
    {
        _allowed = new HashSet<string>(allowed, StringComparer.OrdinalIgnoreCase);
        _allowsAny = _allowed.Contains("*");
    }

    /// <summary>Whether a page may connect.</summary>
    /// <param name="origin">The origin that the browser names; null or empty if none.</param>
    /// <param name="host">The host and port under which the server was reached.</param>
    public bool Allows(string? origin, string? host)
    {
        if (string.IsNullOrEmpty(origin) || _allowsAny || _allowed.Contains(origin))
            return true;
        // The bridge comes from the same machine name, on another port.
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && Uri.TryCreate("http://" + host, UriKind.Absolute, out var server)
            && string.Equals(page.IdnHost, server.IdnHost, StringComparison.OrdinalIgnoreCase);
    }
}
