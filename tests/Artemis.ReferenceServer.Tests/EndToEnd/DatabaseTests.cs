using Artemis.ReferenceServer.Tests.Gateway;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A gateway whose registry is in PostgreSQL.</summary>
public sealed class DatabaseTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task A_gateway_keeps_its_players_in_postgres_and_lives_through_its_absence()
    {
        var settings = new Dictionary<string, string>
        {
            ["ARTEMIS__Database"] = await postgres.CreateDatabaseAsync(),
            ["ARTEMIS__WarmSpares"] = "0",
        };
        await using var first = await ServerProcess.StartAsync(settings: settings);
        await using var kirk = await Crew.CreateAsync(first, "Kirk");
        await using var other = await TestClient.ConnectAsync(first.Gateway);
        await postgres.StopAsync();

        await other.SendAsync(new Auth { Name = "Spock" }.EncodeFrame);
        var error = await other.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode);
        Assert.Equal(ErrorCode.Internal, error.Code);
        // What needs no database goes on.
        Assert.Single(await kirk.ListAsync());
        await kirk.StartAsync();

        await postgres.StartAsync();
        await Eventually.TrueAsync(async () =>
        {
            await using var again = await TestClient.ConnectAsync(first.Gateway);
            await again.SendAsync(new Auth { Name = "Kirk", Token = kirk.Identity.Token }.EncodeFrame);
            return await again.AnswersAsync(AuthOk.PacketType, GatewayError.PacketType) == AuthOk.PacketType;
        });
        Assert.Equal(0, await first.StopAsync());

        await using var second = await ServerProcess.StartAsync(settings: settings);
        await using var back = await Crew.SignInAsync(second, "Kirk", kirk.Identity.Token);
        Assert.Equal(kirk.Identity.PlayerId, back.Identity.PlayerId);
    }
}
