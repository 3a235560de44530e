using System.Security.Cryptography;
using Dapper;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>
/// Which game processes run, so that a gateway that died and came back knows that it must wait for them; and the key from
/// which their secrets are made, so that it knows them again. Each gateway of a database has a ledger of its own.
/// </summary>
/// <param name="database">Where it is kept.</param>
/// <param name="gateway">The gateway's name.</param>
public sealed class GameLedger(IRegistryDatabase database, string gateway)
{
    /// <summary>Notes a process.</summary>
    public void Add(Guid processId, int pid, int port)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO gateway_games (process_id, gateway, pid, port) VALUES (@id, @gateway, @pid, @port)
            ON CONFLICT (process_id) DO UPDATE SET pid = excluded.pid, port = excluded.port
            """,
            new { id = processId.ToString(), gateway, pid, port });
    }

    /// <summary>Strikes a process out.</summary>
    public void Remove(Guid processId)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM gateway_games WHERE process_id = @id", new { id = processId.ToString() });
    }

    /// <summary>How many processes are noted.</summary>
    public int Count()
    {
        using var connection = database.Open();
        return connection.QuerySingle<int>("SELECT COUNT(*) FROM gateway_games WHERE gateway = @gateway", new { gateway });
    }

    /// <summary>Strikes out all but some: those of an earlier gateway that have not come back.</summary>
    public void Keep(IReadOnlyCollection<Guid> processIds)
    {
        using var connection = database.Open();
        var noted = connection.Query<string>("SELECT process_id FROM gateway_games WHERE gateway = @gateway", new { gateway });
        foreach (var id in noted.Where(id => !processIds.Contains(Guid.Parse(id))))
            connection.Execute("DELETE FROM gateway_games WHERE process_id = @id", new { id });
    }

    /// <summary>The key of game processes' secrets: 256 bits, made at the first start.</summary>
    public byte[] ControlKey()
    {
        var key = "control-key " + gateway;
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO settings (key, value) VALUES (@key, @value) ON CONFLICT (key) DO NOTHING",
            new { key, value = RandomNumberGenerator.GetBytes(32) });
        return connection.QuerySingle<byte[]>("SELECT value FROM settings WHERE key = @key", new { key });
    }
}
