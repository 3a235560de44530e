using System.Reflection;
using System.Text.Json.Serialization;
using Artemis.ReferenceServer.Gateway.Operation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>The HTTP API.</summary>
internal static class HttpApi
{
    private static readonly PathString Root = new("/api");

    /// <summary>The server's own version.</summary>
    public static string Version { get; } =
        typeof(HttpApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Adds what the API needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="context">What the API tells of; looked up when the first request comes.</param>
    public static void AddServices(IServiceCollection services, Func<HttpApiContext> context)
    {
        services.AddSingleton(_ => context());
        services.AddRoutingCore();
        services.AddProblemDetails();
        OpenApiDocument.AddServices(services);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
    }

    /// <summary>Adds its addresses.</summary>
    /// <param name="app">The application.</param>
    /// <param name="secret">What operators show; null for no operator's part.</param>
    public static void Map(WebApplication app, OperatorSecret? secret)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Root),
            branch =>
            {
                // Requests that cannot be read get an answer that can.
                branch.UseExceptionHandler();
                branch.UseStatusCodePages();
                branch.Use((context, next) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return next(context);
                });
                branch.UseMiddleware<OperatorGate>(new OperatorGateOptions(secret));
            });
        HealthEndpoints.Map(app);
        PublicEndpoints.Map(app);
        OperatorEndpoints.Map(app);
        app.MapOpenApi();
    }
}
