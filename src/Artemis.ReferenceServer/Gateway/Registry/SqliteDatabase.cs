using Dapper;
using Microsoft.Data.Sqlite;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>The gateway's file: players, past results, and which games ran when it last stopped.</summary>
public sealed class SqliteDatabase
{
    private readonly string _connectionString;

    /// <summary>Opens the file, and makes it and its tables where they are missing.</summary>
    /// <param name="directory">Folder of the file.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or is none of ours.</exception>
    public SqliteDatabase(string directory)
    {
        Directory.CreateDirectory(directory);
        FilePath = Path.Combine(directory, "artemis.db");
        _connectionString = new SqliteConnectionStringBuilder { DataSource = FilePath, DefaultTimeout = 5 }.ToString();
        using var connection = Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(Schema);
    }

    /// <summary>Where the file lies.</summary>
    public string FilePath { get; }

    /// <summary>Opens a connection, which the caller disposes. They are pooled.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
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
        CREATE TABLE IF NOT EXISTS games (
            process_id TEXT PRIMARY KEY,
            pid INTEGER NOT NULL,
            port INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS settings (
            key TEXT PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT;
        """;
}
