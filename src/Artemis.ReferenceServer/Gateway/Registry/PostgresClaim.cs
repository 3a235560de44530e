using System.Data.Common;
using Dapper;
using Npgsql;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>
/// A gateway's claim to its name in PostgreSQL: an advisory lock, held by a connection of its own. The database lets go of it when the connection
/// ends, so nothing is left of a gateway that dies. A connection that is lost while the gateway lives is made anew.
/// </summary>
internal sealed class PostgresClaim : IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(10);

    // Of a gateway whose machine vanished, the database learns by these after 25 seconds.
    private const string NoticeDeath =
        "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private readonly string _connectionString;
    private readonly string _gateway;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _keeping;
    private NpgsqlConnection? _holder;

    private PostgresClaim(string connectionString, string gateway, NpgsqlConnection holder)
    {
        _connectionString = connectionString;
        _gateway = gateway;
        _holder = holder;
        _keeping = KeepAsync(_stop.Token);
    }

    /// <summary>Takes the claim.</summary>
    /// <returns>Null if another gateway has it.</returns>
    public static PostgresClaim? TryTake(string connectionString, string gateway)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        return TryLock(settings.ConnectionString, gateway) is { } holder
            ? new PostgresClaim(settings.ConnectionString, gateway, holder)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _keeping.GetAwaiter().GetResult();
        _holder?.Dispose();
        _stop.Dispose();
    }

    private static NpgsqlConnection? TryLock(string connectionString, string gateway)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(NoticeDeath);
            if (connection.QuerySingle<bool>("SELECT pg_try_advisory_lock(hashtextextended(@name, 0))", new { name = "artemis gateway " + gateway }))
                return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    private async Task KeepAsync(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(LookInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            try
            {
                if (_holder is not null)
                    await _holder.ExecuteAsync("SELECT 1");
                else
                    _holder = TryLock(_connectionString, _gateway);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
            {
                _holder?.Dispose();
                _holder = null;
            }
        }
    }
}
