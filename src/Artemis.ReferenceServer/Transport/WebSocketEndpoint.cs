using System.Diagnostics;
using Artemis.ReferenceServer.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Transport;

/// <summary>Accepts WebSockets: checks who asks, counts connections, and runs each to its end.</summary>
/// <param name="options">Limits.</param>
/// <param name="origins">Which pages may connect.</param>
/// <param name="log">The log.</param>
public sealed partial class WebSocketEndpoint(TransportOptions options, OriginPolicy origins, ILogger<WebSocketEndpoint> log)
{
    private int _open;

    /// <summary>Connections that are open.</summary>
    public int OpenCount => Volatile.Read(ref _open);

    /// <summary>Accepts a WebSocket and runs it until it ends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="keepAlive">Whether pings are sent, and an answer is required.</param>
    /// <param name="run">Runs the connection.</param>
    public async Task AcceptAsync(HttpContext context, bool keepAlive, Func<WebSocketConnection, Task> run)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "This address speaks WebSocket.");
            return;
        }

        if (!origins.Allows(context.Request.Headers.Origin, context.Request.Host.Value))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not connect.");
            return;
        }

        if (Interlocked.Increment(ref _open) > options.MaxConnections)
        {
            Interlocked.Decrement(ref _open);
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "There are too many connections.");
            return;
        }

        try
        {
            var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                KeepAliveInterval = keepAlive ? TimeSpan.FromSeconds(options.PingSeconds) : TimeSpan.Zero,
                KeepAliveTimeout = keepAlive ? TimeSpan.FromSeconds(options.PongSeconds) : Timeout.InfiniteTimeSpan,
                DangerousEnableCompression = false,
            });
            using var connection = new WebSocketConnection(socket, options);
            using var scope = log.BeginScope(connection.Whom);
            // The request lasts as long as the connection; what is done in it is a story of its own each time.
            Activity.Current = null;
            await run(connection);
            var (code, reason) = connection.Ending;
            if (IsWorthTelling(code))
                LogClosed(code, reason);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static bool IsWorthTelling(CloseCode code) =>
        code is CloseCode.NotBinary or CloseCode.TooBig or CloseCode.Broken or CloseCode.Malformed
            or CloseCode.BadToken or CloseCode.TooSlow or CloseCode.TooFast;

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason + "\n");
    }

    [LoggerMessage(LogLevel.Information, "A connection was closed, {Code}: {Reason}")]
    private partial void LogClosed(CloseCode code, string reason);
}
