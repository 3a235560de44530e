namespace Artemis.ReferenceServer.Tests.Game.Session;

public sealed class LifecycleTests
{
    private readonly SessionFixture _test = new();

    [Fact]
    public void A_session_goes_from_lobby_to_results_and_back()
    {
        var creator = _test.StartAlone();
        _test.Session.Finish(_test.Now);
        Assert.Equal(GameState.Results, _test.Session.State);

        Assert.Null(_test.Session.ReturnToLobby(creator, _test.Now));

        Assert.Equal(GameState.Lobby, _test.Session.State);
        Assert.False(creator.Ready);
        Assert.Equal([Console.Helm], creator.Consoles.ToArray());
    }

    [Fact]
    public void Results_close_the_session_after_five_minutes()
    {
        _test.StartAlone();
        _test.Session.Finish(_test.Now);
        _test.Wait(299);
        Assert.Equal(GameState.Results, _test.Session.State);

        _test.Wait(1);
        Assert.Equal(GameState.Closed, _test.Session.State);
    }

    [Fact]
    public void In_play_consoles_can_be_changed_and_ships_cannot()
    {
        var player = _test.StartAlone();

        Assert.Null(_test.Session.SelectConsole(player, 0, Console.Science, keep: false, _test.Now));
        Assert.Equal(
            ErrorCode.WrongState, _test.Session.SelectConsole(player, 1, Console.Helm, keep: false, _test.Now)!.Code);
    }

    [Fact]
    public void A_newcomer_takes_a_free_console_of_a_running_game()
    {
        _test.StartAlone();

        var late = _test.JoinAt("Chekov", 0, Console.Weapons);

        Assert.Equal([Console.Weapons], late.Consoles.ToArray());
    }

    [Fact]
    public void A_running_game_without_players_closes_after_five_minutes()
    {
        var player = _test.StartAlone();
        _test.Session.Leave(player, _test.Now);
        _test.Wait(0);
        _test.Wait(299);
        Assert.Equal(GameState.Running, _test.Session.State);

        _test.Wait(1);
        Assert.Equal(GameState.Closed, _test.Session.State);
    }

    [Fact]
    public void A_player_in_the_window_keeps_a_running_game_open()
    {
        _test.Options.RejoinWindowSeconds = 1000;
        var player = _test.StartAlone();
        _test.Session.Disconnect(player, _test.Now);
        _test.Wait(0);
        _test.Wait(600);

        Assert.Equal(GameState.Running, _test.Session.State);
    }

    [Fact]
    public void An_empty_lobby_whose_gateway_is_gone_closes_after_five_minutes()
    {
        _test.Session.GatewayLost = true;
        _test.Wait(299);
        Assert.Equal(GameState.Lobby, _test.Session.State);

        _test.Wait(1);
        Assert.Equal(GameState.Closed, _test.Session.State);
    }

    [Fact]
    public void A_closed_session_lets_nobody_in()
    {
        var player = _test.Join("Sulu");
        _test.Session.Close("Enough.", _test.Now);

        Assert.Equal(ErrorCode.UnknownSession, _test.Return(player, out _)!.Code);
        Assert.Equal(ErrorCode.UnknownSession, _test.Session.Reserve(Guid.NewGuid(), "A", _test.Now, out _)!.Code);
        Assert.Single(_test.Log, entry => entry == "closing: Enough.");
        _test.Session.Close("Again.", _test.Now);
        Assert.Equal("closing: Enough.", _test.Log[^1]);
    }
}
