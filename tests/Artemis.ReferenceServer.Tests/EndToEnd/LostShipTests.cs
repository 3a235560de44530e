using Artemis.Client;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>What becomes of those whose ship is lost while others fight on.</summary>
public sealed class LostShipTests
{
    // The first of two ships begins amid rocks, and is gone after the first tick.
    private const string Reef = """
        {
          "id": "reef",
          "name": "Reef",
          "description": "One ship is lost at once.",
          "briefing": "Fleet command: mind the rocks.",
          "crew": "For the brave",
          "start": { "x": 0, "z": 0, "spacing": 20000, "headingDegrees": 0 },
          "classes": ["scout", "scout", "scout", "scout", "scout", "scout", "scout", "scout"],
          "bases": [],
          "fields": [{ "kind": "asteroid", "count": 100, "x": -12000, "z": 0, "spread": 100, "radiusLeast": 4000, "radiusMost": 4000 }],
          "fleets": [],
          "victory": { "freightersArrived": 1, "text": "Done." },
          "defeat": { "timeLimitSeconds": 600, "text": "Time is up." }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_player_whose_ship_is_lost_takes_the_helm_of_one_that_flies_and_nobody_boards_the_lost_one()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "reef.json"), Reef, Cancellation);
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__ScenarioDirectory"] = folder.Path,
        });
        var flight = new Flight();
        await using var gateway = await GatewayClient.ConnectAsync(server.Gateway, "Kirk", cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Reef", "reef", maxShips: 2, cancellationToken: Cancellation);
        var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId, cancellationToken: Cancellation), gateway.PlayerId);
        await using var game = new GameClient(seat, flight);
        await game.ConnectAsync(Cancellation);
        game.SelectConsole(0, Console.Helm);
        game.SetReady(true);
        game.StartGame();
        await flight.Until(() => game.World.Tick > 0 && game.OwnShipId != 0 && !game.World.PlayerShips.Contains(game.OwnShipId));

        await using var late = await Crew.JoinAsync(server, "Spock", session.SessionId);
        await late.Game.SendAsync(new SelectConsole { Ship = 0, Console = Console.Science }.EncodeFrame);
        Assert.Equal(GameError.PacketType, await late.Game.AnswersAsync(GameError.PacketType, PlayerMoved.PacketType));
        await late.SelectAsync(1, Console.Science);

        game.SelectConsole(1, Console.Helm);
        await flight.Until(() => game.OwnShipId == game.Session!.Ships[1].ObjectId && game.World.ShipMotions.Contains(game.OwnShipId));
        var sequence = game.Order(new HelmSetImpulse { Impulse = 1 });
        await flight.Until(() => game.World.HelmSequence >= sequence && game.World.PlayerShips[game.OwnShipId].Velocity > 5);
        game.Advance();
        Assert.Contains(game.OwnShipId, game.Read(_ => game.Scene.Items.Keys.ToArray()));

        game.SelectConsole(0, Console.Helm);
        await flight.Until(() => flight.Failures.Count > 0);
        Assert.Equal((ErrorCode.WrongState, "That ship is lost."), (flight.Failures[0].Code, flight.Failures[0].Message));
        Assert.Equal(1, game.Me!.Ship);
    }
}
