namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Seats that are asked for twice, too late, or when there are none.</summary>
public sealed class SeatTests(SeatTests.Impatient fixture) : IClassFixture<SeatTests.Impatient>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task One_who_joins_twice_has_one_seat()
    {
        await using var creator = await Crew.CreateAsync(Server, "Kirk");
        await using var guest = await Crew.SignInAsync(Server, "Spock");
        await using var same = await Crew.SignInAsync(Server, "Spock", guest.Identity.Token);
        var request = new JoinSession { SessionId = creator.State.SessionId };

        await guest.Gateway.SendAsync(request.EncodeFrame);
        await same.Gateway.SendAsync(request.EncodeFrame);
        var first = await guest.Gateway.ExpectAsync<Redirect>(Redirect.PacketType, Redirect.TryDecode);
        var second = await same.Gateway.ExpectAsync<Redirect>(Redirect.PacketType, Redirect.TryDecode);

        Assert.Equal(first.WsUrl, second.WsUrl);
        Assert.Equal(first.ReconnectToken, second.ReconnectToken);
        await guest.JoinAsync(creator.State.SessionId);
        Assert.Equal(2, guest.State.Players.Length);
        await same.JoinAsync(creator.State.SessionId);
        Assert.Equal(2, same.State.Players.Length);
        Assert.Equal(4003, await guest.Game.ExpectCloseAsync());
    }

    [Fact]
    public async Task The_seventh_of_six_is_refused_until_one_leaves()
    {
        var crews = new List<Crew>();
        try
        {
            crews.Add(await Crew.CreateAsync(Server, "Seat 1", ships: 1));
            var session = crews[0].State.SessionId;
            for (var i = 2; i <= 6; i++)
                crews.Add(await Crew.JoinAsync(Server, $"Seat {i}", session));
            await using var seventh = await Crew.SignInAsync(Server, "Seat 7");
            Assert.Equal(ErrorCode.SessionFull, await seventh.JoinInVainAsync(session));

            await crews[3].Game.SendAsync(new Leave().EncodeFrame);
            Assert.Equal(1000, await crews[3].Game.ExpectCloseAsync());

            await seventh.JoinAsync(session);
            Assert.Equal(6, seventh.State.Players.Length);
        }
        finally
        {
            foreach (var crew in crews)
                await crew.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_who_comes_back_too_late_is_let_in_without_the_console()
    {
        await using var creator = await Crew.CreateAsync(Server, "Uhura");
        await using var guest = await Crew.JoinAsync(Server, "Sulu", creator.State.SessionId);
        await guest.SelectAsync(0, Console.Helm);
        guest.Game.Abort();
        await guest.Game.DisposeAsync();
        PlayerLeft left;
        do
        {
            left = await creator.Game.ExpectAsync<PlayerLeft>(PlayerLeft.PacketType, PlayerLeft.TryDecode);
        }
        while (left.Reason != LeaveReason.TimedOut);

        await guest.RejoinAsync();

        var self = Assert.Single(guest.State.Players, player => player.PlayerId == guest.Identity.PlayerId);
        Assert.Empty(self.Consoles);
        Assert.True(self.Connected);
    }

    [Fact]
    public async Task One_who_does_not_come_loses_the_seat_and_may_ask_again()
    {
        await using var creator = await Crew.CreateAsync(Server, "Chekov", ships: 1);
        await using var guest = await Crew.SignInAsync(Server, "McCoy");
        await guest.Gateway.SendAsync(new JoinSession { SessionId = creator.State.SessionId }.EncodeFrame);
        var redirect = await guest.Gateway.ExpectAsync<Redirect>(Redirect.PacketType, Redirect.TryDecode);
        await Eventually.TrueAsync(async () =>
            (await creator.ListAsync()).Single(session => session.Id == creator.State.SessionId).Players == 1);

        await using var late = await TestClient.ConnectAsync(new Uri(redirect.WsUrl));
        await late.SendAsync(new Rejoin { PlayerId = guest.Identity.PlayerId, ReconnectToken = redirect.ReconnectToken }.EncodeFrame);
        Assert.Equal(4002, await late.ExpectCloseAsync());

        await guest.JoinAsync(creator.State.SessionId);
        Assert.Equal(2, guest.State.Players.Length);
    }

    /// <summary>A server whose seats are kept for a second.</summary>
    public sealed class Impatient : IAsyncLifetime
    {
        internal ServerProcess Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__Session__ReservationSeconds"] = "5",
            ["ARTEMIS__Session__RejoinWindowSeconds"] = "1",
        });

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
