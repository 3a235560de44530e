using System.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine;

/// <summary>Flags that say on the command line what else stands in the settings.</summary>
internal sealed class ServerFlags
{
    private readonly Option<string?> _bind = new("--bind")
    {
        Description = "Address to listen on; 0.0.0.0 is every interface. Default: 127.0.0.1.",
    };

    private readonly Option<int?> _httpPort = new("--http-port")
    {
        Description = "Port of the HTTP API and the browser bridge; 0 is any free one. Default: 3000.",
    };

    private readonly Option<int?> _wsPort = new("--ws-port")
    {
        Description = "Port of the gateway's WebSocket; 0 is any free one. Default: 8080.",
    };

    private readonly Option<string?> _gamePorts = new("--game-ports")
    {
        Description = "Ports for games; 0 is any free ones. Default: 8081-8180.",
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the player registry and past results. Default: data.",
    };

    private readonly Option<string?> _webRoot = new("--web-root")
    {
        Description = "Folder of the browser bridge's files.",
    };

    private readonly Option<string?> _publicWsUrl = new("--public-ws-url")
    {
        Description = "How clients reach a game, such as wss://play.example/g/{port}. Default: {scheme}://{host}:{port}/.",
    };

    private readonly Option<int?> _spares = new("--spares")
    {
        Description = "Game processes kept ready for the next session. Default: 1.",
    };

    /// <summary>Adds the flags to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _bind, _httpPort, _wsPort, _gamePorts, _data, _webRoot, _publicWsUrl, _spares })
            command.Options.Add(option);
    }

    /// <summary>Sets what was given.</summary>
    public void Apply(ParseResult parsed, ServerOptions options)
    {
        options.BindAddress = parsed.GetValue(_bind) ?? options.BindAddress;
        options.HttpPort = parsed.GetValue(_httpPort) ?? options.HttpPort;
        options.WsPort = parsed.GetValue(_wsPort) ?? options.WsPort;
        options.GamePorts = parsed.GetValue(_gamePorts) ?? options.GamePorts;
        options.DataDirectory = parsed.GetValue(_data) ?? options.DataDirectory;
        options.WebRoot = parsed.GetValue(_webRoot) ?? options.WebRoot;
        options.PublicWsUrl = parsed.GetValue(_publicWsUrl) ?? options.PublicWsUrl;
        options.WarmSpares = parsed.GetValue(_spares) ?? options.WarmSpares;
    }
}
