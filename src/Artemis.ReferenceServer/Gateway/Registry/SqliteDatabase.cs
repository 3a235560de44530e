using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>The gateway's file: players, past results, and which games ran when it last stopped.</summary>
public sealed class SqliteDatabase : IRegistryDatabase
{
    private readonly string _connectionString;
    private readonly string? _limit;

    /// <summary>Opens the file, and makes it and its tables where they are missing.</summary>
    /// <param name="directory">Folder of the file.</param>
    /// <param name="limitMegabytes">What the file may grow to; 0 for as far as there is disk.</param>
    /// <exception cref="IOException">The folder or the file cannot be made.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or is none of ours.</exception>
    public SqliteDatabase(string directory, double limitMegabytes = 0)
    {
        Directory.CreateDirectory(directory);
        FilePath = Path.Combine(directory, "artemis.db");
        KeepPrivate(FilePath);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, DefaultTimeout = 5 }.ToString();
        using var connection = Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(Schema);
        if (limitMegabytes > 0)
        {
            var pages = (long)(limitMegabytes * 1024 * 1024) / connection.QuerySingle<long>("PRAGMA page_size");
            _limit = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Math.Max(1, pages)}");
        }
    }

    /// <summary>Where the file lies.</summary>
    public string FilePath { get; }

    /// <inheritdoc/>
    public DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        // It holds for the connection only.
        if (_limit is not null)
            connection.Execute(_limit);
        return connection;
    }

    /// <inheritdoc/>
    public Task<DbConnection> OpenAsync(CancellationToken cancel) => Task.FromResult(Open());

    /// <inheritdoc/>
    public IDisposable? TryClaim(string gateway)
    {
        try
        {
            // The system lets go of the lock however the process ends; the file itself says nothing.
            return new FileStream(
                Path.Combine(Path.GetDirectoryName(FilePath)!, gateway + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    // It holds the key by which games are known. What SQLite makes beside it has the rights of the file itself.
    private static void KeepPrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
    }

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS players (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL UNIQUE,
            token_hash BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS results (
            id TEXT PRIMARY KEY,
            session_id TEXT NOT NULL,
            ended_at INTEGER NOT NULL,
            scenario TEXT NOT NULL,
            difficulty INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            text TEXT NOT NULL,
            seconds REAL NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX IF NOT EXISTS results_by_time ON results (ended_at);
        CREATE TABLE IF NOT EXISTS gateway_games (
            process_id TEXT PRIMARY KEY,
            gateway TEXT NOT NULL,
            pid INTEGER NOT NULL,
            port INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS settings (
            key TEXT PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT;
        """;
}
