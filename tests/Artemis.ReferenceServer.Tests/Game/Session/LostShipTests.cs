namespace Artemis.ReferenceServer.Tests.Game.Session;

public sealed class LostShipTests
{
    private readonly SessionFixture _test = new(maxShips: 3);

    [Fact]
    public void One_who_comes_late_gets_no_seat_on_a_lost_ship_but_on_one_that_flies()
    {
        _test.StartAlone();
        _test.Lost.Add(1);
        var late = _test.Join("Spock");

        var refusal = _test.Session.SelectConsole(late, 1, Console.Science, keep: false, _test.Now);

        Assert.Equal((ErrorCode.WrongState, "That ship is lost."), (refusal!.Code, refusal.Message));
        Assert.Null(late.Ship);
        Assert.Null(_test.Session.SelectConsole(late, 2, Console.Science, keep: false, _test.Now));
    }

    [Fact]
    public void One_whose_ship_is_lost_goes_aboard_one_that_flies_and_stays_there()
    {
        var player = _test.StartAlone();
        _test.JoinAt("Sulu", 1, Console.Helm);
        _test.Lost.UnionWith([0, 2]);

        Assert.Equal(ErrorCode.WrongState, _test.Session.SelectConsole(player, 2, Console.Helm, keep: false, _test.Now)!.Code);
        Assert.Equal(ErrorCode.SeatTaken, _test.Session.SelectConsole(player, 1, Console.Helm, keep: false, _test.Now)!.Code);
        Assert.Null(_test.Session.SelectConsole(player, 1, Console.Weapons, keep: true, _test.Now));

        Assert.Equal([Console.Weapons], player.Consoles.ToArray());
        Assert.Same(player, _test.Session.WorkerOf(1, Console.Weapons, _test.Now));
        Assert.Null(_test.Session.WorkerOf(0, Console.Helm, _test.Now));
        Assert.Equal("That ship is lost.", _test.Session.SelectConsole(player, 0, Console.Helm, keep: false, _test.Now)!.Message);
    }

    [Fact]
    public void One_whose_ship_flies_stays_aboard()
    {
        var player = _test.StartAlone();

        var refusal = _test.Session.SelectConsole(player, 1, Console.Helm, keep: false, _test.Now);

        Assert.Equal("Ships cannot be changed while the game runs.", refusal!.Message);
    }

    [Fact]
    public void The_crew_of_a_lost_ship_may_look_on_from_any_of_her_consoles()
    {
        var player = _test.StartAlone();
        _test.Lost.Add(0);

        Assert.Null(_test.Session.SelectConsole(player, 0, Console.MainScreen, keep: false, _test.Now));
    }

    [Fact]
    public void A_recording_is_watched_from_lost_ships_too()
    {
        _test.Session.Show(_test.Now);
        var spectator = _test.JoinAt("Spock", 0, Console.Science);
        _test.Lost.Add(1);

        Assert.Null(_test.Session.SelectConsole(spectator, 1, Console.Science, keep: false, _test.Now));
    }
}
