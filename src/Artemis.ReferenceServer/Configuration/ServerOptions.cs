using System.ComponentModel.DataAnnotations;
using Artemis.ReferenceServer.Replication.Channels;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>
/// What a host may set, in the section <c>Artemis</c> of <c>appsettings.json</c>, by environment variables
/// (<c>ARTEMIS__HttpPort=3001</c>), or in part by flags of the command line.
/// </summary>
public sealed class ServerOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Artemis";

    /// <summary>Address to listen on. Loopback unless told otherwise; <c>0.0.0.0</c> is every interface.</summary>
    public string BindAddress { get; set; } = "127.0.0.1";

    /// <summary>Port of the HTTP API and of the browser bridge; 0 takes any free one.</summary>
    [Range(0, 65535)]
    public int HttpPort { get; set; } = 3000;

    /// <summary>Port of the gateway's WebSocket; 0 takes any free one.</summary>
    [Range(0, 65535)]
    public int WsPort { get; set; } = 8080;

    /// <summary>Ports that games may use, such as <c>8081-8180</c>; 0 takes any free ones.</summary>
    public string GamePorts { get; set; } = "8081-8180";

    /// <summary>Folder of the player registry and past results.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// Connection to a PostgreSQL database that holds the player registry and past results in the folder's stead, such as
    /// <c>Host=db.example;Username=artemis;Password=…;Database=artemis</c>. Empty keeps them in the folder.
    /// </summary>
    public string Database { get; set; } = "";

    /// <summary>
    /// The gateway's name in its database. Several gateways may share one, and with it players and results, if each has a name of its own.
    /// </summary>
    public string GatewayName { get; set; } = "main";

    /// <summary>What the file in the data folder may grow to, in megabytes; 0 for as far as there is disk.</summary>
    [Range(0, 1e9)]
    public double DataLimitMegabytes { get; set; }

    /// <summary>Folder of the browser bridge's files; empty serves none.</summary>
    public string WebRoot { get; set; } = "";

    /// <summary>Folder of scenario files beyond those that come with the game; empty for none.</summary>
    public string ScenarioDirectory { get; set; } = "";

    /// <summary>
    /// How clients reach a game: <c>{port}</c> is its port, <c>{host}</c> the name under which the client reached the
    /// gateway, <c>{scheme}</c> ws, or wss with TLS. Behind a reverse proxy for example <c>wss://play.example/g/{port}</c>.
    /// </summary>
    public string PublicWsUrl { get; set; } = "{scheme}://{host}:{port}/";

    /// <summary>
    /// How clients reach the gateway's WebSocket, with the same placeholders. Behind a reverse proxy for example
    /// <c>wss://play.example/gateway</c>.
    /// </summary>
    public string PublicGatewayUrl { get; set; } = "{scheme}://{host}:{port}/";

    /// <summary>
    /// Web origins that may open a WebSocket besides the bridge's own, such as <c>https://play.example</c>; <c>*</c> is any.
    /// A client that is no browser sends none and is let in.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Game processes kept ready for the next session.</summary>
    [Range(0, 1000)]
    public int WarmSpares { get; set; } = 1;

    /// <summary>
    /// A network that clients shall feel, for trying how they bear it, such as <c>120ms±40</c>: added to round trips, and by how much each
    /// way may differ. Empty for the network as it is.
    /// </summary>
    public string Network { get; set; } = "";

    /// <summary>Whether games keep a log of every tick and tell it at <c>/ticks</c>, for load tests.</summary>
    public bool TickLog { get; set; }

    /// <summary>
    /// Means of saving bytes that games do without, for measuring what each saves: <c>filter</c>, <c>tiers</c>, <c>batching</c>,
    /// <c>silence</c>, separated by commas.
    /// </summary>
    public Means DoWithout { get; set; }

    /// <summary>How games are played and recorded.</summary>
    public GameOptions Game { get; set; } = new();

    /// <summary>How log lines look: <c>text</c> for people, or <c>json</c>, one object a line with all ids.</summary>
    public string LogFormat { get; set; } = "text";

    /// <summary>TLS.</summary>
    public TlsOptions Tls { get; set; } = new();

    /// <summary>Export of metrics and logs.</summary>
    public TelemetryOptions Telemetry { get; set; } = new();

    /// <summary>Time-outs of games.</summary>
    public SessionOptions Session { get; set; } = new();

    /// <summary>Limits of connections.</summary>
    public TransportOptions Transport { get; set; } = new();

    /// <summary>The operator's part of the HTTP API.</summary>
    public OperatorOptions Operator { get; set; } = new();

    /// <summary>How the gateway looks after games.</summary>
    public HostingOptions Hosting { get; set; } = new();

    /// <summary>Addresses of games, with the scheme in its place.</summary>
    internal string GameUrlTemplate => WithScheme(PublicWsUrl);

    /// <summary>The gateway's address, with the scheme in its place.</summary>
    internal string GatewayUrlTemplate => WithScheme(PublicGatewayUrl);

    private string WithScheme(string template) =>
        template.Replace("{scheme}", Tls.IsOn ? "wss" : "ws", StringComparison.Ordinal);
}
