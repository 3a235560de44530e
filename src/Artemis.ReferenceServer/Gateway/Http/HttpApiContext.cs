using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Gateway.Http.Contracts;
using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Gateway.Registry;
using Artemis.ReferenceServer.Gateway.Routing;
using Artemis.ReferenceServer.Observability;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>What the HTTP API tells of.</summary>
internal sealed class HttpApiContext
{
    /// <summary>The settings.</summary>
    public required ServerOptions Options { get; init; }

    /// <summary>The processes.</summary>
    public required GameFleet Fleet { get; init; }

    /// <summary>The sessions.</summary>
    public required SessionCatalog Catalog { get; init; }

    /// <summary>Past results.</summary>
    public required ResultStore Results { get; init; }

    /// <summary>Who is online.</summary>
    public required PlayerDirectory Players { get; init; }

    /// <summary>Whether the server is being emptied.</summary>
    public required DrainState Drain { get; init; }

    /// <summary>What the gateway measures of itself.</summary>
    public required PrometheusExporter Metrics { get; init; }

    /// <summary>Machines that run games.</summary>
    public required Func<IReadOnlyList<HostInfo>> Hosts { get; init; }

    /// <summary>The address of the gateway's WebSocket for one who reached the server under a host name.</summary>
    public required Func<string, string> GatewayUrl { get; init; }

    /// <summary>When the gateway was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
