using System.ComponentModel.DataAnnotations;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>Export of metrics, traces and logs by OpenTelemetry (OTLP), from the gateway and from every game.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Where a collector listens, such as <c>http://127.0.0.1:4318</c>; empty exports nothing.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary><c>http/protobuf</c> (port 4318 as a rule) or <c>grpc</c> (4317).</summary>
    public string OtlpProtocol { get; set; } = "http/protobuf";

    /// <summary>Headers for the collector, such as <c>api-key=…</c>, separated by commas.</summary>
    public string OtlpHeaders { get; set; } = "";

    /// <summary>Time between exports of metrics, in seconds.</summary>
    [Range(0.001, 86400)]
    public double IntervalSeconds { get; set; } = 15;
}
