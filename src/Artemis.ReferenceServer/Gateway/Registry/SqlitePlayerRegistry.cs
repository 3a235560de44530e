using Artemis.ReferenceServer.Transport;
using Dapper;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>Players in SQLite.</summary>
/// <param name="database">The file.</param>
/// <param name="time">The clock.</param>
public sealed class SqlitePlayerRegistry(SqliteDatabase database, TimeProvider time) : IPlayerRegistry
{
    /// <inheritdoc/>
    public async Task<SignIn> SignInAsync(string name, string? token, CancellationToken cancel)
    {
        var key = VisibleText.KeyOf(name);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        await using var connection = database.Open();
        var fresh = SecretToken.Create();
        var id = Guid.NewGuid();
        // The unique key decides when two ask for the same name at once.
        var added = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO players (id, name, name_key, token_hash, created_at, seen_at)
            VALUES (@id, @name, @key, @hash, @now, @now) ON CONFLICT (name_key) DO NOTHING
            """,
            new { id = id.ToString(), name, key, hash = fresh.Hash(), now },
            cancellationToken: cancel));
        if (added == 1)
            return new SignIn.Registered(id, name, fresh);

        var known = await connection.QuerySingleAsync<PlayerRow>(new CommandDefinition(
            "SELECT id AS Id, name AS Name, token_hash AS TokenHash FROM players WHERE name_key = @key",
            new { key },
            cancellationToken: cancel));
        if (!SecretToken.MatchesHash(token, known.TokenHash))
            return new SignIn.Refused(token is not null);

        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE players SET seen_at = @now WHERE id = @id", new { now, id = known.Id }, cancellationToken: cancel));
        return new SignIn.Recognized(Guid.Parse(known.Id), known.Name);
    }

    /// <inheritdoc/>
    public async Task<string?> FindNameAsync(Guid playerId, CancellationToken cancel)
    {
        await using var connection = database.Open();
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT name FROM players WHERE id = @id", new { id = playerId.ToString() }, cancellationToken: cancel));
    }

    private sealed class PlayerRow
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public byte[] TokenHash { get; set; } = [];
    }
}
