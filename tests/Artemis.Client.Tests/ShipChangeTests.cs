using Artemis.Protocol;

namespace Artemis.Client.Tests;

/// <summary>A crew whose ship is lost boards another one, and sees the world from there.</summary>
public sealed class ShipChangeTests
{
    private const uint Artemis = 7;
    private const uint Intrepid = 8;
    private static readonly Guid Ada = Guid.NewGuid();

    [Fact]
    public async Task What_was_predicted_of_the_former_ship_is_not_shown_of_the_next()
    {
        var seat = new Seat(new Uri("ws://game/"), Ada, "seat");
        var observer = new GuardedObserver(null);
        await using var link = new GameLink(seat, GameClientOptions.Default, observer);
        var receiver = new GameReceiver(link, Ada, observer, GameClientOptions.Default);
        Assert.True(receiver.Receive(Running().ToFrame()));
        Assert.Equal(Artemis, receiver.OwnShipId);
        Assert.True(receiver.Predictor!.IsReady);

        Assert.True(receiver.Receive(new PlayerMoved
        {
            PlayerId = Ada,
            NewShip = 1,
            NewConsole = Protocol.Console.Helm,
            Consoles = [Protocol.Console.Helm],
        }.ToFrame()));
        Assert.Equal(Intrepid, receiver.OwnShipId);
        Assert.False(receiver.Predictor.IsReady);

        Assert.True(receiver.Receive(SnapshotFrom(Intrepid, tick: 101)));
        Assert.True(receiver.Predictor.IsReady);
    }

    private static SessionState Running() => new()
    {
        SessionId = Guid.NewGuid(),
        Name = "Patrol",
        GameState = GameState.Running,
        CreatorId = Ada,
        Scenario = "siege",
        Difficulty = 5,
        MaxShips = 2,
        Ships =
        [
            new ShipInfo { Ship = 0, Name = "Artemis", ShipClass = ShipClass.Scout, ObjectId = Artemis, Captain = Ada },
            new ShipInfo { Ship = 1, Name = "Intrepid", ShipClass = ShipClass.Scout, ObjectId = Intrepid },
        ],
        Players =
        [
            new PlayerInfo
            {
                PlayerId = Ada,
                Name = "Ada",
                Slot = 0,
                Ship = 0,
                Console = Protocol.Console.Helm,
                Consoles = [Protocol.Console.Helm],
                Ready = false,
                Connected = true,
            },
        ],
        FullSnapshot = SnapshotFrom(Artemis, tick: 100),
    };

    private static byte[] SnapshotFrom(uint ship, uint tick)
    {
        var frame = new byte[1024];
        var head = new ObjectUpdate { Tick = tick, Time = tick * 50, Flags = UpdateFlags.Snapshot };
        var writer = new ObjectUpdateWriter(frame, in head, ArtemisProtocol.Version);
        new PlayerShip { Name = "" }.Quantize(out var state);
        new ShipMotion().Quantize(out var motion);
        Assert.True(writer.TryAdd(ship, in state, PlayerShip.AllFields));
        Assert.True(writer.TryAdd(ship, in motion, ShipMotion.AllFields));
        return frame[..writer.Finish()];
    }
}
