using System.Data.Common;
using Artemis.ReferenceServer.Transport;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>Players in a database.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class PlayerRegistry(IRegistryDatabase database, TimeProvider time, ILogger<PlayerRegistry> log) : IPlayerRegistry
{
    /// <inheritdoc/>
    public async Task<SignIn> SignInAsync(string name, string? token, CancellationToken cancel)
    {
        var key = VisibleText.KeyOf(name);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        await using var connection = await database.OpenAsync(cancel);
        // Looked for first: one who is known gets in even when nothing can be written.
        var known = await FindAsync(connection, key, cancel);
        if (known is null)
        {
            // One who was registered here before the registry was lost, or elsewhere, keeps the token: it may be the only one they have.
            var brought = SecretToken.Parse(token);
            var proof = brought ?? SecretToken.Create();
            var id = Guid.NewGuid();
            // The unique key decides when two ask for the same name at once.
            var added = await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO players (id, name, name_key, token_hash, created_at, seen_at)
                VALUES (@id, @name, @key, @hash, @now, @now) ON CONFLICT (name_key) DO NOTHING
                """,
                new { id = id.ToString(), name, key, hash = proof.Hash(), now },
                cancellationToken: cancel));
            if (added == 1)
                return new SignIn.Registered(id, name, proof, TokenGiven: brought is not null);
            known = await FindAsync(connection, key, cancel);
        }

        if (known is null || !SecretToken.MatchesHash(token, known.TokenHash))
            return new SignIn.Refused(token is not null);
        await NoteSeenAsync(connection, known.Id, now, cancel);
        return new SignIn.Recognized(Guid.Parse(known.Id), known.Name);
    }

    /// <inheritdoc/>
    public async Task<string?> FindNameAsync(Guid playerId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT name FROM players WHERE id = @id", new { id = playerId.ToString() }, cancellationToken: cancel));
    }

    private static Task<PlayerRow?> FindAsync(DbConnection connection, string key, CancellationToken cancel) =>
        connection.QuerySingleOrDefaultAsync<PlayerRow?>(new CommandDefinition(
            "SELECT id AS Id, name AS Name, token_hash AS TokenHash FROM players WHERE name_key = @key",
            new { key },
            cancellationToken: cancel));

    // Good to know, and no reason to keep anybody out.
    private async Task NoteSeenAsync(DbConnection connection, string id, long now, CancellationToken cancel)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE players SET seen_at = @now WHERE id = @id", new { now, id }, cancellationToken: cancel));
        }
        catch (DbException exception)
        {
            LogNotNoted(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The player registry cannot be written; players who are known still get in.")]
    private partial void LogNotNoted(Exception exception);

    private sealed class PlayerRow
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public byte[] TokenHash { get; set; } = [];
    }
}
