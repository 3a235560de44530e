using Dapper;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>How a game ended, as it is kept.</summary>
/// <param name="Id">Names the result, so that it is kept once however often it is sent.</param>
/// <param name="SessionId">The session.</param>
/// <param name="EndedAt">When it ended, in seconds since 1970.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Difficulty">1 to 11.</param>
/// <param name="Outcome">Victory, defeat or abandoned.</param>
/// <param name="Text">Words for people.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Detail">Ships and players, as JSON.</param>
public sealed record KeptResult(
    string Id,
    string SessionId,
    long EndedAt,
    string Scenario,
    long Difficulty,
    string Outcome,
    string Text,
    double Seconds,
    string Detail);

/// <summary>Past results.</summary>
/// <param name="database">Where they are kept.</param>
public sealed class ResultStore(IRegistryDatabase database)
{
    /// <summary>Keeps a result; one that is kept already stays as it is.</summary>
    public async Task KeepAsync(KeptResult result, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO results (id, session_id, ended_at, scenario, difficulty, outcome, text, seconds, detail)
            VALUES (@Id, @SessionId, @EndedAt, @Scenario, @Difficulty, @Outcome, @Text, @Seconds, @Detail)
            ON CONFLICT (id) DO NOTHING
            """,
            result,
            cancellationToken: cancel));
    }

    /// <summary>The latest results, newest first.</summary>
    public async Task<IReadOnlyList<KeptResult>> ListAsync(int count, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return (await connection.QueryAsync<KeptResult>(new CommandDefinition(
            """
            SELECT id AS Id, session_id AS SessionId, ended_at AS EndedAt, scenario AS Scenario, difficulty AS Difficulty,
                   outcome AS Outcome, text AS Text, seconds AS Seconds, detail AS Detail
            FROM results ORDER BY ended_at DESC, id LIMIT @count
            """,
            new { count },
            cancellationToken: cancel))).AsList();
    }
}
