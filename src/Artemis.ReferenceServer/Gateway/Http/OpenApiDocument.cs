using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>The document that describes the HTTP API (OpenAPI 3), at <c>/openapi/v1.json</c> and written when the server is built.</summary>
internal static class OpenApiDocument
{
    /// <summary>Its name.</summary>
    public const string Name = "v1";

    private const string Bearer = "operator";

    /// <summary>Adds what makes it.</summary>
    public static void AddServices(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        // What makes clients of documents knows 3.0 best.
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Artemis server",
                Version = "1",
                Description = "What a server tells of its sessions, players and results, and what its operator may do. "
                    + "The game itself is played over WebSockets.",
            };
            // The one who asks knows where the server is; a document in a repository does not.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "The operator's secret.",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.RelativePath?.StartsWith("api/operator", StringComparison.Ordinal) == true)
            {
                operation.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] },
                ];
            }

            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Without a type, clients that are made from the document take the names for numbers.
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type.IsEnum)
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonValue.Create(name)!)];
            }

            return Task.CompletedTask;
        });
    });

    /// <summary>
    /// Runs the API without anything behind it, for the build to ask it for the document. No request is ever answered.
    /// </summary>
    public static void RunForBuild()
    {
        var builder = WebApplication.CreateSlimBuilder();
        HttpApi.AddServices(builder.Services, () => throw new InvalidOperationException("There is nothing behind the API."));
        var app = builder.Build();
        HttpApi.Map(app, secret: null);
        app.Run();
    }
}
