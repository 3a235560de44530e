namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>A game process on a host's machine, known by what the host tells of it.</summary>
/// <param name="machine">The machine.</param>
/// <param name="processId">The process's id.</param>
internal sealed class RemoteGameProcess(GameMachine machine, Guid processId) : IGameProcess
{
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public int Pid { get; set; }

    /// <inheritdoc/>
    public Task<int> Exited => _exited.Task;

    /// <inheritdoc/>
    public bool IsSeen => machine.Link is not null;

    /// <summary>The host says that it has ended.</summary>
    public void End(int exitCode) => _exited.TrySetResult(exitCode);

    /// <summary>Nobody will tell any more how it ends.</summary>
    public void Abandon() => _exited.TrySetCanceled(CancellationToken.None);

    /// <inheritdoc/>
    public void Kill() => machine.Link?.Kill(processId);

    /// <inheritdoc/>
    public void Dispose() => Abandon();
}
