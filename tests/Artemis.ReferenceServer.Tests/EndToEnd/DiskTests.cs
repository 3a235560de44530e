using Dapper;
using Microsoft.Data.Sqlite;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>The registry may grow no further: SQLite says "full", as it does when the disk is.</summary>
public sealed class DiskTests
{
    private const double LimitMegabytes = 0.06;
    private const int SqliteFull = 13;

    [Fact]
    public async Task A_full_disk_keeps_out_who_is_new_and_loses_nothing()
    {
        using var data = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(data.Path, new Dictionary<string, string>
        {
            ["ARTEMIS__DataLimitMegabytes"] = "0.06",
            ["ARTEMIS__Session__GameSeconds"] = "1",
        });
        await using var kirk = await Crew.SignInAsync(server, "Kirk");
        await using var registry = new SqliteConnection($"Data Source={Path.Combine(data.Path, "artemis.db")};Default Timeout=30");
        await registry.OpenAsync(TestContext.Current.CancellationToken);
        await FillAsync(registry);

        await using (var stranger = await TestClient.ConnectAsync(server.Gateway))
        {
            await stranger.SendAsync(new Auth { Name = "Klingon" }.EncodeFrame);
            var error = await stranger.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode);
            Assert.Equal(ErrorCode.Internal, error.Code);
        }

        // One who is known plays; the result has to wait.
        await using var again = await Crew.SignInAsync(server, "Kirk", kirk.Identity.Token);
        await again.JoinAsync(await again.CreateAsync());
        await again.StartAsync();
        await again.Game.ExpectAsync<SessionResults>(SessionResults.PacketType, SessionResults.TryDecode);
        await Eventually.TrueAsync(() => server.Output.Contains("could not be kept", StringComparison.Ordinal), () => server.Output);

        await registry.ExecuteAsync("DELETE FROM results; DELETE FROM players WHERE name LIKE 'filler%'");

        await Eventually.TrueAsync(async () => await registry.QuerySingleAsync<long>(
            "SELECT COUNT(*) FROM results WHERE session_id = @id", new { id = again.State.SessionId.ToString() }) == 1);
        await using var spock = await Crew.SignInAsync(server, "Spock");
        await using var back = await Crew.SignInAsync(server, "Kirk", kirk.Identity.Token);
        Assert.Equal(kirk.Identity.PlayerId, back.Identity.PlayerId);
    }

    // Until not even the smallest row fits anywhere.
    private static async Task FillAsync(SqliteConnection registry)
    {
        var pages = (long)(LimitMegabytes * 1024 * 1024) / await registry.QuerySingleAsync<long>("PRAGMA page_size");
        await registry.ExecuteAsync($"PRAGMA max_page_count = {pages}");
        var full = 0;
        for (var i = 0; full < 2; i++)
        {
            try
            {
                full = 0;
                await InsertAsync("INSERT INTO players VALUES (@id, @id, @id, x'00', 0, 0)", i);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteFull)
            {
                full++;
            }

            try
            {
                await InsertAsync("INSERT INTO results VALUES (@id, '', 0, '', 1, '', '', 0, '{}')", i);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteFull)
            {
                full++;
            }
        }

        Task InsertAsync(string statement, int number) =>
            registry.ExecuteAsync(statement, new { id = $"filler {number:d30}" });
    }
}
