using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>What <see cref="OperatorGate"/> asks for.</summary>
/// <param name="Secret">What operators show; null for no operator's part.</param>
internal sealed record OperatorGateOptions(OperatorSecret? Secret);

/// <summary>Lets to the operator's part only who shows the secret as a bearer token. Comes before anything of the request is read.</summary>
internal sealed partial class OperatorGate(RequestDelegate next, OperatorGateOptions options, ILogger<OperatorGate> log)
{
    private const string Scheme = "Bearer ";

    private readonly Lock _gate = new();
    private readonly long _startedAt = TimeProvider.System.GetTimestamp();

    // Only wrong secrets take from it, so nobody can lock an operator out.
    private TokenBucket _failures = new(perSecond: 2, burst: 20, TimeSpan.Zero);

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(OperatorEndpoints.Root))
            return next(context);
        if (options.Secret is null)
            return RefuseAsync(context, StatusCodes.Status404NotFound, "The operator's part is switched off in the server's settings.");
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && options.Secret.Matches(header[Scheme.Length..].Trim()))
            return next(context);

        if (!MayFail())
            return RefuseAsync(context, StatusCodes.Status429TooManyRequests, "Too many wrong secrets. Wait a moment.");
        LogRefused(context.Connection.RemoteIpAddress?.ToString() ?? "nowhere");
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"operator\"";
        return RefuseAsync(context, StatusCodes.Status401Unauthorized, "This is the operator's part: show the secret as a bearer token.");
    }

    private bool MayFail()
    {
        lock (_gate)
            return _failures.TryTake(TimeProvider.System.GetElapsedTime(_startedAt));
    }

    private static Task RefuseAsync(HttpContext context, int status, string detail) =>
        Results.Problem(statusCode: status, detail: detail).ExecuteAsync(context);

    [LoggerMessage(LogLevel.Warning, "Somebody at {Address} asked for the operator's part without the right secret.")]
    private partial void LogRefused(string address);
}
