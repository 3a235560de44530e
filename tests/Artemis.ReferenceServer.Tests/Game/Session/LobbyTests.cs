using Artemis.ReferenceServer.Game.Session;

namespace Artemis.ReferenceServer.Tests.Game.Session;

public sealed class LobbyTests
{
    private readonly SessionFixture _test = new();

    [Fact]
    public void The_first_to_sit_down_gets_the_console()
    {
        _test.JoinAt("Sulu", 0, Console.Helm);
        var late = _test.Join("Chekov");

        var refusal = _test.Session.SelectConsole(late, 0, Console.Helm, keep: false, _test.Now);

        Assert.Equal(ErrorCode.SeatTaken, refusal!.Code);
        Assert.Null(_test.Session.SelectConsole(late, 1, Console.Helm, keep: false, _test.Now));
    }

    [Fact]
    public void A_player_may_hold_several_consoles_of_one_ship()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);

        Assert.Null(_test.Session.SelectConsole(player, 0, Console.Weapons, keep: true, _test.Now));

        Assert.Equal([Console.Helm, Console.Weapons], player.Consoles.ToArray());
        Assert.Equal(Console.Helm, player.PrimaryConsole);
    }

    [Fact]
    public void Without_keep_the_old_console_is_free()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        Assert.Null(_test.Session.SelectConsole(player, 0, Console.Weapons, keep: false, _test.Now));

        _test.JoinAt("Chekov", 0, Console.Helm);

        Assert.Equal([Console.Weapons], player.Consoles.ToArray());
        Assert.Equal(Console.Weapons, player.PrimaryConsole);
    }

    [Fact]
    public void Moving_to_another_ship_gives_up_all_consoles_and_readiness()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        Assert.Null(_test.Session.SetReady(player, true, _test.Now));

        Assert.Null(_test.Session.SelectConsole(player, 1, Console.Science, keep: true, _test.Now));

        Assert.Equal([Console.Science], player.Consoles.ToArray());
        Assert.False(player.Ready);
        Assert.Equal("Sulu ready: False", _test.Log[^1]);
    }

    [Theory]
    [InlineData(2, Console.Helm)]
    [InlineData(0, (Console)6)]
    [InlineData(0, (Console)200)]
    public void What_does_not_exist_cannot_be_taken(byte ship, Console console)
    {
        var player = _test.Join("Sulu");

        Assert.Equal(
            ErrorCode.NotFound, _test.Session.SelectConsole(player, ship, console, keep: false, _test.Now)!.Code);
    }

    [Fact]
    public void Only_the_creator_starts_and_only_when_every_crewed_ship_has_one_ready()
    {
        var creator = _test.JoinCreator();
        Assert.Equal(ErrorCode.NotReady, _test.Session.Start(creator, _test.Now)!.Code);

        var first = _test.JoinAt("Sulu", 0, Console.Helm);
        var second = _test.JoinAt("Riker", 1, Console.Helm);
        Assert.Null(_test.Session.SetReady(first, true, _test.Now));
        Assert.Equal(ErrorCode.NotReady, _test.Session.Start(creator, _test.Now)!.Code);

        Assert.Null(_test.Session.SetReady(second, true, _test.Now));
        Assert.Equal(ErrorCode.NotAllowed, _test.Session.Start(second, _test.Now)!.Code);
        Assert.Null(_test.Session.Start(creator, _test.Now));

        Assert.Equal(GameState.Running, _test.Session.State);
        Assert.Equal(ErrorCode.WrongState, _test.Session.Start(creator, _test.Now)!.Code);
    }

    [Fact]
    public void A_game_whose_scenario_the_machine_does_not_have_does_not_start_until_another_is_chosen()
    {
        var creator = _test.JoinCreator();
        Assert.Null(_test.Session.SelectConsole(creator, 0, Console.Helm, keep: false, _test.Now));
        Assert.Null(_test.Session.SetReady(creator, true, _test.Now));
        _test.Scenarios.Remove("siege");
        Assert.Equal(ErrorCode.NotFound, _test.Session.Start(creator, _test.Now)!.Code);
        Assert.Equal(GameState.Lobby, _test.Session.State);

        Assert.Null(_test.Session.Configure(creator, "deep-strike", null, null, _test.Now));
        _test.Session.SetReady(creator, true, _test.Now);
        Assert.Null(_test.Session.Start(creator, _test.Now));
    }

    [Fact]
    public void One_ship_suffices()
    {
        _test.StartAlone();

        Assert.Equal(GameState.Running, _test.Session.State);
    }

    [Fact]
    public void Who_has_no_console_cannot_be_ready()
    {
        var player = _test.Join("Sulu");

        Assert.Equal(ErrorCode.NotReady, _test.Session.SetReady(player, true, _test.Now)!.Code);
    }

    [Fact]
    public void The_first_of_a_ship_is_captain_and_renames_it()
    {
        var captain = _test.JoinAt("Kirk", 0, Console.MainScreen);
        var helm = _test.JoinAt("Sulu", 0, Console.Helm);

        Assert.Equal(ErrorCode.NotAllowed, _test.Session.RenameShip(helm, 0, "Excelsior", _test.Now)!.Code);
        Assert.Null(_test.Session.RenameShip(captain, 0, " Enterprise ", _test.Now));
        Assert.Equal("Enterprise", _test.Session.Fleet[0].Name);

        _test.Session.Leave(captain, _test.Now);
        Assert.Null(_test.Session.RenameShip(helm, 0, "Excelsior", _test.Now));
    }

    [Fact]
    public void A_captain_who_leaves_is_followed_by_the_lowest_slot_aboard_and_not_by_who_boarded_next()
    {
        var lowest = _test.Join("Chekov");
        var captain = _test.JoinAt("Kirk", 0, Console.MainScreen);
        var second = _test.JoinAt("Sulu", 0, Console.Helm);
        Assert.Null(_test.Session.SelectConsole(lowest, 0, Console.Science, keep: false, _test.Now));
        Assert.Same(captain, _test.Session.Roster.CaptainOf(0));

        _test.Session.Leave(captain, _test.Now);

        Assert.Same(lowest, _test.Session.Roster.CaptainOf(0));
        Assert.Null(_test.Session.SelectConsole(lowest, 1, Console.Helm, keep: false, _test.Now));
        Assert.Same(second, _test.Session.Roster.CaptainOf(0));
        Assert.Same(lowest, _test.Session.Roster.CaptainOf(1));
    }

    [Fact]
    public void A_captain_is_captain_as_long_as_the_seat_is_kept()
    {
        var lowest = _test.Join("Chekov");
        var captain = _test.JoinAt("Kirk", 0, Console.MainScreen);
        Assert.Null(_test.Session.SelectConsole(lowest, 0, Console.Science, keep: false, _test.Now));
        _test.Session.Disconnect(captain, _test.Now);
        _test.Wait(_test.Options.RejoinWindowSeconds - 1);
        Assert.Same(captain, _test.Session.Roster.CaptainOf(0));

        _test.Wait(1);

        Assert.Same(lowest, _test.Session.Roster.CaptainOf(0));
        Assert.Null(_test.Return(captain, out _));
        Assert.Null(_test.Session.SelectConsole(captain, 0, Console.MainScreen, keep: false, _test.Now));
        Assert.Same(lowest, _test.Session.Roster.CaptainOf(0));
    }

    [Fact]
    public void One_who_is_sent_anew_before_leaving_comes_back_as_no_captain()
    {
        var captain = _test.JoinAt("Kirk", 0, Console.MainScreen);
        var helm = _test.JoinAt("Sulu", 0, Console.Helm);
        Assert.Null(_test.Session.Reserve(captain.Id, "Kirk", _test.Now, out _));
        Assert.Same(captain, _test.Session.Roster.CaptainOf(0));

        _test.Session.Leave(captain, _test.Now);

        Assert.Equal(Presence.Reserved, captain.Presence);
        Assert.Same(helm, _test.Session.Roster.CaptainOf(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\nb")]
    [InlineData("\u202Ereversed")]
    [InlineData("a name that is much longer than it may be")]
    public void A_name_that_cannot_be_shown_is_refused(string name)
    {
        var captain = _test.JoinAt("Kirk", 0, Console.MainScreen);

        Assert.Equal(ErrorCode.BadRequest, _test.Session.RenameShip(captain, 0, name, _test.Now)!.Code);
    }

    [Fact]
    public void The_creator_configures_the_session()
    {
        var creator = _test.JoinCreator();

        Assert.Null(_test.Session.Configure(creator, "deep-strike", 11, 3, _test.Now));

        Assert.Equal(("deep-strike", 11, 3),
            (_test.Session.Scenario, _test.Session.Difficulty, _test.Session.MaxShips));
        Assert.Equal(ErrorCode.NotFound, _test.Session.Configure(creator, "picnic", null, null, _test.Now)!.Code);
        Assert.Equal(
            ErrorCode.NotAllowed, _test.Session.Configure(_test.Join("Sulu"), null, 1, null, _test.Now)!.Code);
    }

    [Fact]
    public void Other_ships_are_told_of_and_only_when_there_are_any()
    {
        var creator = _test.JoinCreator();
        _test.Log.Clear();

        Assert.Null(_test.Session.Configure(creator, null, 7, null, _test.Now));
        Assert.Null(_test.Session.Configure(creator, "siege", null, 2, _test.Now));
        Assert.Null(_test.Session.Configure(creator, null, null, 3, _test.Now));
        Assert.Null(_test.Session.Configure(creator, "deep-strike", null, null, _test.Now));

        Assert.Equal(["configured", "configured", "ships changed", "configured", "ships changed", "configured"], _test.Log);
    }

    [Fact]
    public void A_ship_with_a_crew_cannot_be_taken_away()
    {
        var creator = _test.JoinCreator();
        _test.JoinAt("Riker", 1, Console.Helm);

        Assert.Equal(ErrorCode.NotAllowed, _test.Session.Configure(creator, null, null, 1, _test.Now)!.Code);
    }

    [Fact]
    public void One_who_was_kicked_cannot_come_back()
    {
        var creator = _test.JoinCreator();
        var nuisance = _test.Join("Mudd");

        Assert.Null(_test.Session.Kick(creator, nuisance.Id, _test.Now, out _));

        Assert.Equal("Mudd left: Kicked", _test.Log[^1]);
        Assert.Equal(ErrorCode.BadToken, _test.Return(nuisance, out _)!.Code);
        Assert.Equal(ErrorCode.NotAllowed, _test.Session.Reserve(nuisance.Id, "Mudd", _test.Now, out _)!.Code);
    }

    [Fact]
    public void Only_the_creator_kicks_and_never_themselves()
    {
        var creator = _test.JoinCreator();
        var player = _test.Join("Sulu");

        Assert.Equal(ErrorCode.NotAllowed, _test.Session.Kick(player, creator.Id, _test.Now, out _)!.Code);
        Assert.Equal(ErrorCode.NotFound, _test.Session.Kick(creator, creator.Id, _test.Now, out _)!.Code);
    }

    [Fact]
    public void When_the_creator_leaves_the_one_here_longest_takes_over()
    {
        var creator = _test.JoinCreator();
        var away = _test.Join("Scotty");
        var next = _test.Join("Spock");
        _test.Join("McCoy");
        _test.Session.Disconnect(away, _test.Now);

        _test.Session.Leave(creator, _test.Now);

        Assert.Equal(next.Id, _test.Session.CreatorId);
        Assert.Equal("configured", _test.Log[^1]);
    }

    [Fact]
    public void A_creator_who_never_comes_is_waited_for_as_long_as_a_reservation_lasts()
    {
        var player = _test.Join("Spock");
        _test.Wait(14.9);
        Assert.Equal(_test.Creator, _test.Session.CreatorId);

        _test.Wait(0.1);
        Assert.Equal(player.Id, _test.Session.CreatorId);
    }

    [Fact]
    public void A_lobby_in_which_nothing_happens_closes_after_thirty_minutes()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        _test.Wait(29 * 60);
        Assert.Null(_test.Session.SetReady(player, true, _test.Now));
        _test.Wait(29 * 60);
        Assert.Equal(GameState.Lobby, _test.Session.State);

        _test.Wait(60);
        Assert.Equal(GameState.Closed, _test.Session.State);
        Assert.StartsWith("closing", _test.Log[^1], StringComparison.Ordinal);
    }
}
