using Artemis.Client;
using Artemis.Protocol;
using Console = System.Console;

// Signs in, makes a game, takes the helm and flies a circle: dotnet run --project samples/Headless [GATEWAY]
var address = new Uri(args.Length > 0 ? args[0] : "ws://127.0.0.1:8080/");
await using var gateway = await GatewayClient.ConnectAsync(address, $"Headless {Environment.ProcessId}");
var session = await gateway.CreateSessionAsync("A circle", "border-patrol", maxShips: 1);
var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId), gateway.PlayerId);
await using var game = new GameClient(seat);
await game.ConnectAsync();
game.SelectConsole(0, Artemis.Protocol.Console.Helm);
game.SetReady(true);
game.StartGame();
while (game.Order(new HelmSetImpulse { Impulse = 1 }) == 0 || game.World.HelmSequence == 0) await Task.Delay(100);
game.Order(new HelmSetRudder { Rudder = 0.5f });
for (var second = 0; second < 5; second++, await Task.Delay(1000))
{
    var ship = game.Read(world => world.PlayerShips[game.OwnShipId]);
    Console.WriteLine($"{game.World.Tick} {ship.PosX:0.0} {ship.PosZ:0.0} {ship.Heading:0.000}");
}
