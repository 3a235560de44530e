using System.Security.Cryptography;
using Dapper;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>
/// Which game processes run, so that a gateway that died and came back knows that it must wait for them; and the key from
/// which their secrets are made, so that it knows them again.
/// </summary>
/// <param name="database">The file.</param>
public sealed class GameLedger(SqliteDatabase database)
{
    /// <summary>Notes a process.</summary>
    public void Add(Guid processId, int pid, int port)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT OR REPLACE INTO games (process_id, pid, port) VALUES (@id, @pid, @port)",
            new { id = processId.ToString(), pid, port });
    }

    /// <summary>Strikes a process out.</summary>
    public void Remove(Guid processId)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM games WHERE process_id = @id", new { id = processId.ToString() });
    }

    /// <summary>Strikes all out and says how many there were.</summary>
    public int Clear()
    {
        using var connection = database.Open();
        return connection.Execute("DELETE FROM games");
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
