using System.Data.Common;
using Dapper;
using Npgsql;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>The registry in PostgreSQL.</summary>
public sealed class PostgresDatabase : IRegistryDatabase, IDisposable
{
    // Any number that nobody else uses: two gateways that start at once must not make the tables at once.
    private const long SchemaLock = 0x4172_7465_6d69_7301;

    private const int PatienceSeconds = 5;

    private readonly NpgsqlDataSource _source;
    private readonly string _connectionString;

    /// <summary>Connects, and makes the tables where they are missing.</summary>
    /// <param name="connectionString">Such as <c>Host=db.example;Username=artemis;Password=…;Database=artemis</c>.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    /// <exception cref="DbException">The database cannot be reached, or does not allow what is needed.</exception>
    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Players wait at the other end.
        if (!settings.ContainsKey("Timeout"))
            settings.Timeout = PatienceSeconds;
        if (!settings.ContainsKey("Command Timeout"))
            settings.CommandTimeout = PatienceSeconds;
        _connectionString = settings.ConnectionString;
        _source = NpgsqlDataSource.Create(settings);
        try
        {
            using var connection = _source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            connection.Execute("SELECT pg_advisory_xact_lock(@key)", new { key = SchemaLock }, transaction);
            connection.Execute(Schema, transaction: transaction);
            transaction.Commit();
        }
        catch
        {
            _source.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public DbConnection Open() => _source.OpenConnection();

    /// <inheritdoc/>
    public async Task<DbConnection> OpenAsync(CancellationToken cancel) => await _source.OpenConnectionAsync(cancel);

    /// <inheritdoc/>
    public IDisposable? TryClaim(string gateway) => PostgresClaim.TryTake(_connectionString, gateway);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS players (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL UNIQUE,
            token_hash BYTEA NOT NULL,
            created_at BIGINT NOT NULL,
            seen_at BIGINT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS results (
            id TEXT PRIMARY KEY,
            session_id TEXT NOT NULL,
            ended_at BIGINT NOT NULL,
            scenario TEXT NOT NULL,
            difficulty BIGINT NOT NULL,
            outcome TEXT NOT NULL,
            text TEXT NOT NULL,
            seconds DOUBLE PRECISION NOT NULL,
            detail TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS results_by_time ON results (ended_at);
        CREATE TABLE IF NOT EXISTS gateway_games (
            process_id TEXT PRIMARY KEY,
            gateway TEXT NOT NULL,
            pid BIGINT NOT NULL,
            port BIGINT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS settings (
            key TEXT PRIMARY KEY,
            value BYTEA NOT NULL
        );
        """;
}
