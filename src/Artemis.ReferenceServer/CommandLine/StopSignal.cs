using System.Runtime.InteropServices;

namespace Artemis.ReferenceServer.CommandLine;

/// <summary>Waits for Ctrl-C or a polite request to end. After the second one the process does not wait for anybody; a third one ends it at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _insisted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignal() =>
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, OnSignal),
        ];

    /// <summary>Ends when the process was asked to.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Ends when the process was asked again.</summary>
    public Task Insisted => _insisted.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void OnSignal(PosixSignalContext context) =>
        context.Cancel = _asked.TrySetResult() || _insisted.TrySetResult();
}
