using System.Diagnostics;
using System.Globalization;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>Starts this very executable again, as <c>artemis-server game</c>.</summary>
/// <param name="bindAddress">Address that games listen on.</param>
/// <param name="host">Name of the host that starts them; null if it is the gateway.</param>
/// <param name="publicUrl">How clients reach them, with <c>{host}</c> and <c>{port}</c>; null if the gateway knows.</param>
public sealed class LocalGameLauncher(string bindAddress, string? host = null, string? publicUrl = null) : IGameLauncher
{
    /// <inheritdoc/>
    public IGameProcess Launch(LaunchOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var executable = Environment.ProcessPath
            ?? throw new InvalidOperationException("The path of the running executable is not known.");
        var start = new ProcessStartInfo(executable) { UseShellExecute = false };
        // Started as `dotnet artemis-server.dll`, the process is the host and wants to be told what to run.
        if (Path.GetFileNameWithoutExtension(executable).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "artemis-server.dll"));
        start.ArgumentList.Add("game");
        Add("--process-id", order.ProcessId.ToString());
        Add("--gateway", order.GatewayUrl);
        Add("--bind", bindAddress);
        Add("--port", order.Port.ToString(CultureInfo.InvariantCulture));
        if (host is not null)
            Add("--host", host);
        if (publicUrl is not null)
            Add("--public-ws-url", publicUrl);
        foreach (var name in start.Environment.Keys.Where(HostSecret.IsVariable).ToArray())
            start.Environment.Remove(name);
        start.Environment[ControlSecret.Variable] = order.Secret;

        var process = Process.Start(start) ?? throw new InvalidOperationException("The game process did not start.");
        return new LocalGameProcess(process, isChild: true);

        void Add(string name, string value)
        {
            start.ArgumentList.Add(name);
            start.ArgumentList.Add(value);
        }
    }

    /// <inheritdoc/>
    public IGameProcess? Find(int pid)
    {
        try
        {
            return new LocalGameProcess(Process.GetProcessById(pid), isChild: false);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
