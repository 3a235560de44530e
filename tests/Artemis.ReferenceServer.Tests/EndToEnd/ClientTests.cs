using Artemis.Client;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class ClientTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private Uri Gateway => fixture.Server.Gateway;

    [Fact]
    public async Task The_csharp_client_signs_in_makes_a_session_and_flies()
    {
        var flight = new Flight();
        await using var gateway = await GatewayClient.ConnectAsync(Gateway, fixture.NewName("Ada"), cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Headless", "border-patrol", maxShips: 2, cancellationToken: Cancellation);
        Assert.Contains(await gateway.ListSessionsAsync(cancellationToken: Cancellation), entry => entry.Id == session.SessionId);
        var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId, cancellationToken: Cancellation), gateway.PlayerId);

        await using var game = new GameClient(seat, flight);
        await game.ConnectAsync(Cancellation);
        game.SelectConsole(0, Console.Helm);
        await flight.Until(() => game.Me?.Console == Console.Helm);
        game.SetReady(true);
        await flight.Until(() => game.Me?.Ready == true);
        game.StartGame();
        await flight.Until(() => game.OwnShipId != 0 && game.World.PlayerShips.Contains(game.OwnShipId));
        float from = game.Read(world => world.PlayerShips[game.OwnShipId].PosZ + world.PlayerShips[game.OwnShipId].PosX);

        uint sequence = game.Order(new HelmSetImpulse { Impulse = 1 });
        Assert.Equal(1u, sequence);
        await flight.Until(() => game.World.HelmSequence >= sequence && game.World.PlayerShips[game.OwnShipId].Velocity > 5);
        Assert.NotEqual(from, game.Read(world => world.PlayerShips[game.OwnShipId].PosZ + world.PlayerShips[game.OwnShipId].PosX));
        Assert.Empty(flight.Failures);
        game.Leave();
        Assert.Equal(EndReason.Left, game.Link.Reason);
    }

    [Fact]
    public async Task The_lobby_of_others_follows_when_the_creator_changes_ships_or_scenario()
    {
        var flight = new Flight();
        await using var gateway = await GatewayClient.ConnectAsync(Gateway, fixture.NewName("Ada"), cancellationToken: Cancellation);
        await using var other = await GatewayClient.ConnectAsync(Gateway, fixture.NewName("Ben"), cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Growing", "border-patrol", maxShips: 1, cancellationToken: Cancellation);
        await using var creator = await EnterAsync(gateway, session.SessionId);
        await using var guest = await EnterAsync(other, session.SessionId, flight);
        guest.SelectConsole(0, Console.Helm);
        guest.SetReady(true);
        await flight.Until(() => guest.Me?.Ready == true);

        creator.ConfigureSession(new ConfigureSession { MaxShips = 3 });
        await flight.Until(() => guest.Session!.MaxShips == 3);
        Assert.Equal([ShipClass.LightCruiser, ShipClass.Scout, ShipClass.LightCruiser], guest.Session!.Ships.Select(ship => ship.ShipClass));

        creator.ConfigureSession(new ConfigureSession { Scenario = "fleet-action", Password = "tribbles" });
        await flight.Until(() => guest.Session!.Locked == true);
        Assert.Equal([ShipClass.Battleship, ShipClass.Dreadnought, ShipClass.MissileCruiser], guest.Session!.Ships.Select(ship => ship.ShipClass));

        creator.ConfigureSession(new ConfigureSession { MaxShips = 1 });
        await flight.Until(() => guest.Session!.MaxShips == 1);
        Assert.Single(guest.Session!.Ships);
        Assert.Equal((true, true, other.PlayerId), (guest.Me!.Ready, guest.Session.Locked, guest.Session.Ships[0].Captain));
        Assert.Equal([LinkPhase.Connecting, LinkPhase.Connected], flight.Phases);
    }

    [Fact]
    public async Task Over_a_bad_network_that_breaks_the_client_comes_back_to_its_console_and_follows_again()
    {
        var flight = new Flight();
        var conditioner = new NetworkConditioner(new NetworkConditions(LatencyMs: 60, JitterMs: 20));
        await using var gateway = await GatewayClient.ConnectAsync(Gateway, fixture.NewName("Joan"), cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Rough", "border-patrol", maxShips: 1, cancellationToken: Cancellation);
        var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId, cancellationToken: Cancellation), gateway.PlayerId);
        await using var game = new GameClient(seat, flight, new GameClientOptions { Conditioner = conditioner });
        await game.ConnectAsync(Cancellation);
        game.SelectConsole(0, Console.Helm);
        game.SetReady(true);
        game.StartGame();
        await flight.Until(() => game.World.Tick > 0 && game.Network.PingMs >= 20);
        conditioner.Stall(TimeSpan.FromMilliseconds(300));

        uint tick = game.World.Tick;
        conditioner.Disconnect();
        await flight.Until(() => flight.Phases.Contains(LinkPhase.Disconnected));
        await flight.Until(() => game.Link.Phase == LinkPhase.Connected && game.World.Tick > tick && game.Me?.Console == Console.Helm);
        Assert.NotEqual(0u, game.Order(new HelmSetImpulse { Impulse = 1 }));
        await flight.Until(() => game.World.HelmSequence > 0);
        game.Advance();
        Assert.Contains(game.OwnShipId, game.Read(_ => game.Scene.Items.Keys.ToArray()));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_with_the_servers_code()
    {
        string name = fixture.NewName("Grace");
        await using var first = await GatewayClient.ConnectAsync(Gateway, name, cancellationToken: Cancellation);
        Assert.NotNull(first.Token);

        var refusal = await Assert.ThrowsAsync<ArtemisException>(
            () => GatewayClient.ConnectAsync(Gateway, name, cancellationToken: Cancellation));
        Assert.Equal(ErrorCode.NameTaken, refusal.Code);

        await using var again = await GatewayClient.ConnectAsync(Gateway, name, first.Token, cancellationToken: Cancellation);
        Assert.Equal(first.PlayerId, again.PlayerId);
    }

    [Fact]
    public async Task A_token_that_is_not_the_players_opens_no_seat()
    {
        await using var gateway = await GatewayClient.ConnectAsync(Gateway, fixture.NewName("Eve"), cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Guarded", cancellationToken: Cancellation);
        var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId, cancellationToken: Cancellation), gateway.PlayerId);

        await using var thief = new GameClient(seat with { ReconnectToken = new string('0', seat.ReconnectToken.Length) });
        await Assert.ThrowsAsync<ArtemisException>(() => thief.ConnectAsync(Cancellation));
        Assert.Equal(EndReason.Refused, thief.Link.Reason);
    }

    [Fact]
    public async Task A_second_connection_takes_the_seat_and_the_first_does_not_fight_for_it()
    {
        var flight = new Flight();
        await using var gateway = await GatewayClient.ConnectAsync(Gateway, fixture.NewName("Mary"), cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Twice", cancellationToken: Cancellation);
        var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId, cancellationToken: Cancellation), gateway.PlayerId);
        await using var first = new GameClient(seat, flight);
        await first.ConnectAsync(Cancellation);
        await using var second = new GameClient(seat);
        await second.ConnectAsync(Cancellation);

        await flight.Until(() => first.Link.Phase == LinkPhase.Ended);
        Assert.Equal(EndReason.Replaced, first.Link.Reason);
        Assert.Equal(LinkPhase.Connected, second.Link.Phase);
    }

    private static async Task<GameClient> EnterAsync(GatewayClient gateway, Guid sessionId, GameObserver? observer = null)
    {
        var seat = Seat.From(await gateway.JoinSessionAsync(sessionId, cancellationToken: Cancellation), gateway.PlayerId);
        var game = new GameClient(seat, observer);
        await game.ConnectAsync(Cancellation);
        return game;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
