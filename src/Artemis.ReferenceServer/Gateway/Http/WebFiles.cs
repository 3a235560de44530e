using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>Serves the browser bridge, and lets its pages do nothing but play.</summary>
internal static class WebFiles
{
    /// <summary>Where the bridge's files are: where the settings say, beside the executable, or as built in a clone of the repository.</summary>
    /// <returns>Null if they are nowhere.</returns>
    public static string? Find(string configured)
    {
        if (configured.Length > 0)
            return Path.GetFullPath(configured);
        string[] places =
        [
            Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            Path.Combine(Environment.CurrentDirectory, "clients", "web", "dist"),
        ];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "index.html")));
    }

    /// <summary>Adds headers to every answer, and files to the addresses that nothing else has.</summary>
    public static void UseWebFiles(this IApplicationBuilder app, string? root, Func<string, string> policyFor)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.ContentSecurityPolicy = policyFor(context.Request.Host.Host);
            return next(context);
        });
        if (root is null || !Directory.Exists(root))
            return;
        var files = new PhysicalFileProvider(root);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = SetCaching,
        });
    }

    /// <summary>The policy for pages that were reached under a host name.</summary>
    public static string ContentSecurityPolicy(string host, ServerOptions options, int wsPort)
    {
        var range = PortRange.Parse(options.GamePorts);
        var sockets = new PublicUrl(options.GameUrlTemplate).Sources(host, range.First, range.Last)
            .Concat(new PublicUrl(options.GatewayUrlTemplate).Sources(host, wsPort, wsPort));
        // Games of hosts may be anywhere, and hosts come while pages are open.
        if (options.Hosting.HostSecret.Length > 0)
            sockets = sockets.Append("ws:").Append("wss:");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            + "media-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; connect-src 'self' " + string.Join(' ', sockets);
    }

    // Built files carry a hash of their content in their names; all others are asked for again.
    private static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable"
                : "no-cache";
}
