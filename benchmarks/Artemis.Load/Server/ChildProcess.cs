using System.Diagnostics;
using System.Threading.Channels;

namespace Artemis.Load.Server;

/// <summary>A process that we started and end: its lines are read, and nothing of it is left behind.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _complaints = [];

    public ChildProcess(string executable, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new LoadException($"{executable} did not start.");
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                _lines.Writer.TryComplete();
            else
                _lines.Writer.TryWrite(line.Data);
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints)
            {
                if (line.Data is not null)
                    _complaints.Add(line.Data);
            }
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Pid => _process.Id;

    /// <summary>The next line of its output.</summary>
    /// <exception cref="LoadException">It has ended, or says nothing for too long.</exception>
    public async Task<string> ReadLineAsync(TimeSpan patience)
    {
        try
        {
            return await _lines.Reader.ReadAsync().AsTask().WaitAsync(patience);
        }
        catch (ChannelClosedException)
        {
            throw new LoadException($"{_process.StartInfo.FileName} has ended. {Complaints()}");
        }
        catch (TimeoutException)
        {
            throw new LoadException($"{_process.StartInfo.FileName} has said nothing for {patience.TotalSeconds} s. {Complaints()}");
        }
    }

    /// <summary>Reads on until the line that is wanted.</summary>
    public async Task<string> ReadUntilAsync(Func<string, bool> isWanted, TimeSpan patience)
    {
        while (true)
        {
            var line = await ReadLineAsync(patience);
            if (isWanted(line))
                return line;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            Unix.Terminate(_process.Id);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private string Complaints()
    {
        lock (_complaints)
            return string.Join('\n', _complaints.TakeLast(10));
    }
}
