using Artemis.ReferenceServer.Gateway.Hosting;

namespace Artemis.ReferenceServer.Replay;

/// <summary>Starts nothing: the one game that there is runs in this process.</summary>
internal sealed class NoLauncher : IGameLauncher
{
    /// <inheritdoc/>
    public IGameProcess Launch(LaunchOrder order) => throw new InvalidOperationException("A replay starts no games.");

    /// <inheritdoc/>
    public IGameProcess? Find(int pid) => null;
}
