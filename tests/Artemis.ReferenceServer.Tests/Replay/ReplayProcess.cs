using System.Diagnostics;
using System.Text.RegularExpressions;
using Artemis.ReferenceServer.Tests.EndToEnd;

namespace Artemis.ReferenceServer.Tests.Replay;

/// <summary><c>artemis-server replay</c> as a process of its own.</summary>
internal sealed partial class ReplayProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _gateway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private ReplayProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += OnOutput;
        process.ErrorDataReceived += OnOutput;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts it.</summary>
    public static ReplayProcess Start(params IEnumerable<string> arguments) =>
        new(Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "artemis-server"), ["replay", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Waits until it can be joined.</summary>
    public Task<Uri> GatewayAsync() => _gateway.Task.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limits.Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it politely.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> StopAsync()
    {
        ServerProcess.Signal(_process.Id, ServerProcess.SigTerm);
        return ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Politely, so that it takes its temporary folder with it.
            if (!_process.HasExited)
                await StopAsync();
        }
        finally
        {
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private void OnOutput(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            _gateway.TrySetException(new InvalidOperationException("The process ended:\n" + Output));
            return;
        }

        lock (_output)
            _output.Add(line.Data);
        if (Announcement().Match(line.Data) is { Success: true } match)
            _gateway.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"gateway (ws://[^\s)]+)\)")]
    private static partial Regex Announcement();
}
