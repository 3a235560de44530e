using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Artemis.ReferenceServer.Observability;

/// <summary>Sends metrics, traces and logs to a collector by OpenTelemetry, where the settings name one.</summary>
internal static class Telemetry
{
    /// <summary>Begins to export metrics and traces.</summary>
    /// <param name="options">Where to.</param>
    /// <param name="role">What this process is: gateway, host or game.</param>
    /// <returns>Ends it, after a last export; null if there is nothing to do.</returns>
    /// <exception cref="StartupException">The settings make no sense.</exception>
    public static IDisposable? Export(TelemetryOptions options, string role)
    {
        if (options.OtlpEndpoint.Length == 0)
            return null;
        return Begin(options, role);
    }

    // By themselves, so that the libraries are not even loaded where nothing is exported.
    private static Exports Begin(TelemetryOptions options, string role)
    {
        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Describe(role))
            .AddMeter(ServerMetrics.MeterName)
            .AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, options, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)(options.IntervalSeconds * 1000);
            })
            .Build();
        var traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Describe(role))
            .AddSource(ServerTraces.SourceName)
            .AddSource(HttpRequests)
            .AddOtlpExporter(exporter => Configure(exporter, options, "v1/traces"))
            .Build();
        return new Exports(metrics, traces);
    }

    // What ASP.NET Core itself tells of requests to the HTTP API.
    private const string HttpRequests = "Microsoft.AspNetCore";

    /// <summary>Exports logs too.</summary>
    public static void ExportLogs(ILoggingBuilder logging, TelemetryOptions options, string role)
    {
        if (options.OtlpEndpoint.Length == 0)
            return;
        AddExporter(logging, options, role);
    }

    private static void AddExporter(ILoggingBuilder logging, TelemetryOptions options, string role) =>
        logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(Describe(role));
            logs.IncludeScopes = true;
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter(exporter => Configure(exporter, options, "v1/logs"));
        });

    private static ResourceBuilder Describe(string role) => ResourceBuilder.CreateEmpty()
        .AddService("artemis-" + role, serviceInstanceId: Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        if (!Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint))
            throw new StartupException("Artemis:Telemetry:OtlpEndpoint wants an address such as http://127.0.0.1:4318.");
        exporter.Protocol = options.OtlpProtocol switch
        {
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            "grpc" => OtlpExportProtocol.Grpc,
            _ => throw new StartupException("Artemis:Telemetry:OtlpProtocol is http/protobuf or grpc."),
        };
        exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.Grpc
            ? endpoint
            : new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
        exporter.Headers = options.OtlpHeaders;
    }

    private sealed class Exports(MeterProvider metrics, TracerProvider traces) : IDisposable
    {
        public void Dispose()
        {
            traces.Dispose();
            metrics.Dispose();
        }
    }
}
