using System.Security.Cryptography;
using Dapper;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>
/// Which game processes run, so that a gateway that died and came back knows that it must wait for them; and the key from
/// which their secrets are made, so that it knows them again.
/// </summary>
/// <param name="database">Where it is kept.</param>
public sealed class GameLedger(IRegistryDatabase database)
{
    /// <summary>Notes a process.</summary>
    public void Add(Guid processId, int pid, int port)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO games (process_id, pid, port) VALUES (@id, @pid, @port)
            ON CONFLICT (process_id) DO UPDATE SET pid = excluded.pid, port = excluded.port
            """,
            new { id = processId.ToString(), pid, port });
    }

    /// <summary>Strikes a process out.</summary>
    public void Remove(Guid processId)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM games WHERE process_id = @id", new { id = processId.ToString() });
    }

    /// <summary>How many processes are noted.</summary>
    public int Count()
    {
        using var connection = database.Open();
        return connection.QuerySingle<int>("SELECT COUNT(*) FROM games");
    }

    /// <summary>Strikes out all but some: those of an earlier gateway that have not come back.</summary>
    public void Keep(IReadOnlyCollection<Guid> processIds)
    {
        using var connection = database.Open();
        var noted = connection.Query<string>("SELECT process_id FROM games");
        foreach (var id in noted.Where(id => !processIds.Contains(Guid.Parse(id))))
            connection.Execute("DELETE FROM games WHERE process_id = @id", new { id });
    }

    /// <summary>The key of game processes' secrets: 256 bits, made at the first start.</summary>
    public byte[] ControlKey()
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO settings (key, value) VALUES ('control-key', @value) ON CONFLICT (key) DO NOTHING",
            new { value = RandomNumberGenerator.GetBytes(32) });
        return connection.QuerySingle<byte[]>("SELECT value FROM settings WHERE key = 'control-key'");
    }
}
