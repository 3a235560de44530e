using System.Diagnostics;
using System.Runtime.InteropServices;
using Artemis.ReferenceServer.Tests.EndToEnd;
using Npgsql;

namespace Artemis.ReferenceServer.Tests.Gateway;

/// <summary>A real PostgreSQL server on loopback with a folder of its own, for the tests of a class.</summary>
public sealed partial class PostgresServer : IAsyncLifetime
{
    private const int SigQuit = 3;

    private readonly string _directory = Directory.CreateTempSubdirectory("artemis-postgres-").FullName;
    private readonly List<string> _output = [];
    private Process? _process;
    private int _port;
    private int _databases;

    private string DataDirectory => Path.Combine(_directory, "data");

    public async ValueTask InitializeAsync()
    {
        _port = FreePorts.Take();
        if (IsRoot)
            await RunAsync("chown", [User, _directory]);
        await RunAsync(Find("initdb"), ["-D", DataDirectory, "-U", "artemis", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await StartAsync();
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return ConnectionTo(name);
    }

    /// <summary>Starts the server, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = Start(
            Find("postgres"),
            ["-D", DataDirectory, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"]);
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
                    await connection.OpenAsync(TestContext.Current.CancellationToken);
                    return true;
                }
                catch (NpgsqlException)
                {
                    return false;
                }
            },
            Said);
    }

    /// <summary>Ends the server as a crash of its machine would.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        _ = SendSignal(process.Id, SigQuit);
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Limits.Patience);
        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    // PostgreSQL refuses to run as root. Debian's package brings a user of its own.
    private static string User =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=artemis;Database={database};Timeout=5;Command Timeout=30";

    private string Said()
    {
        lock (_output)
            return string.Join('\n', _output);
    }

    private static string Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').AsEnumerable();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = folders.Concat(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")));
        }

        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"PostgreSQL's {program} is missing. Install it (on Debian: apt-get install postgresql), or run ./dev test, which does.");
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        using var process = Start(program, arguments, asUser: program != "chown");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limits.Patience);
        Assert.True(process.ExitCode == 0, Said());
    }

    private Process Start(string program, string[] arguments, bool asUser = true)
    {
        // setpriv becomes the program itself, so that its process is the one to end.
        string[] words = IsRoot && asUser
            ? ["setpriv", $"--reuid={User}", "--regid=nogroup", "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _directory,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += OnOutput;
        process.ErrorDataReceived += OnOutput;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void OnOutput(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (_output)
            _output.Add(line.Data);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
