using Artemis.Protocol;

namespace Artemis.Client.Tests;

public sealed class SessionViewTests
{
    private static readonly Guid Ada = Guid.NewGuid();
    private static readonly Guid Ben = Guid.NewGuid();

    [Fact]
    public void The_chair_of_a_captain_who_leaves_goes_to_the_crews_lowest_slot()
    {
        var view = SessionView.From(Lobby(), before: null);
        Assert.Equal(Ada, view.Ships[0].Captain);

        var left = view.After(new PlayerLeft { PlayerId = Ada, Reason = LeaveReason.Left });
        Assert.Equal(Ben, left.Ships[0].Captain);
        Assert.Null(left.After(new PlayerLeft { PlayerId = Ben, Reason = LeaveReason.Left }).Ships[0].Captain);
    }

    [Fact]
    public void A_captain_stays_captain_when_a_lower_slot_comes_aboard_and_is_followed_by_it()
    {
        var view = SessionView.From(Lobby(), before: null)
            .After(new PlayerMoved { PlayerId = Ada, NewShip = 1, NewConsole = Protocol.Console.Helm, Consoles = [Protocol.Console.Helm] });
        Assert.Equal(Ben, view.Ships[0].Captain);

        var joined = view.After(new PlayerMoved { PlayerId = Ada, NewShip = 0, NewConsole = Protocol.Console.Helm, Consoles = [Protocol.Console.Helm] });
        Assert.Equal(Ben, joined.Ships[0].Captain);
        Assert.Equal(Ada, joined.After(new PlayerLeft { PlayerId = Ben, Reason = LeaveReason.TimedOut }).Ships[0].Captain);
    }

    [Fact]
    public void One_whose_connection_is_lost_keeps_seat_and_chair()
    {
        var view = SessionView.From(Lobby(), before: null).After(new PlayerLeft { PlayerId = Ada, Reason = LeaveReason.Disconnected });
        Assert.False(view.Player(Ada)!.Connected);
        Assert.Equal(Ada, view.Ships[0].Captain);
    }

    [Fact]
    public void Whether_it_asks_for_a_password_is_remembered_over_a_new_state()
    {
        var view = SessionView.From(Lobby(), before: null);
        Assert.Null(view.Locked);
        var locked = view.After(new SessionConfigured
        {
            Name = "Patrol",
            CreatorId = Ada,
            Scenario = "siege",
            Difficulty = 5,
            MaxShips = 1,
            Locked = true,
        });
        Assert.True(SessionView.From(Lobby(), locked).Locked);
    }

    private static readonly Guid Session = Guid.NewGuid();

    private static SessionState Lobby() => new()
    {
        SessionId = Session,
        Name = "Patrol",
        GameState = GameState.Lobby,
        CreatorId = Ada,
        Scenario = "siege",
        Difficulty = 5,
        MaxShips = 1,
        Ships = [new ShipInfo { Ship = 0, Name = "Artemis", ShipClass = ShipClass.Scout, ObjectId = 0, Captain = Ada }],
        Players = [Player(Ada, "Ada", 0), Player(Ben, "Ben", 1)],
        FullSnapshot = Array.Empty<byte>(),
    };

    private static PlayerInfo Player(Guid id, string name, byte slot) => new()
    {
        PlayerId = id,
        Name = name,
        Slot = slot,
        Ship = 0,
        Consoles = [],
        Ready = true,
        Connected = true,
    };
}
