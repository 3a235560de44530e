using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Game.Session;

public sealed class RejoinTests
{
    private readonly SessionFixture _test = new();

    [Fact]
    public void A_player_who_returns_within_the_window_keeps_the_console()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        _test.Session.Disconnect(player, _test.Now);
        _test.Wait(59.9);

        Assert.Null(_test.Return(player, out var superseded));

        Assert.False(superseded);
        Assert.Equal((byte)0, player.Ship);
        Assert.Equal([Console.Helm], player.Consoles.ToArray());
        Assert.Equal(
            ["Sulu joined", "Sulu moved: 0 Helm", "Sulu left: Disconnected", "Sulu joined"],
            _test.Log.Where(entry => entry != "configured"));
    }

    [Fact]
    public void The_console_is_kept_from_others_in_the_window()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        var other = _test.Join("Chekov");
        _test.Session.Disconnect(player, _test.Now);
        _test.Wait(59.9);
        Assert.Equal(
            ErrorCode.SeatTaken, _test.Session.SelectConsole(other, 0, Console.Helm, keep: false, _test.Now)!.Code);

        _test.Wait(0.1);
        Assert.Null(_test.Session.SelectConsole(other, 0, Console.Helm, keep: false, _test.Now));
    }

    [Fact]
    public void After_the_window_the_token_still_readmits_without_console()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        _test.Session.Disconnect(player, _test.Now);
        _test.Wait(61);
        Assert.Equal("Sulu left: TimedOut", _test.Log[^1]);
        Assert.Empty(_test.Session.Roster.Players);

        Assert.Null(_test.Return(player, out _));

        Assert.Null(player.Ship);
        Assert.True(player.Consoles.IsEmpty);
        Assert.Equal("Sulu joined", _test.Log[^1]);
    }

    [Fact]
    public void A_second_connection_with_the_same_token_supersedes_the_first()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        var told = _test.Log.Count;

        Assert.Null(_test.Return(player, out var superseded));

        Assert.True(superseded);
        Assert.Equal(Presence.Connected, player.Presence);
        Assert.Equal(told, _test.Log.Count);
    }

    [Fact]
    public void A_wrong_token_is_refused()
    {
        var player = _test.Join("Sulu");
        var other = _test.Join("Chekov");

        foreach (var token in new[] { other.Token.Reveal(), SecretToken.Create().Reveal(), "", null })
        {
            var refusal = _test.Session.Enter(player.Id, token, _test.Now, out var entered, out _);
            Assert.Equal(ErrorCode.BadToken, refusal!.Code);
            Assert.Null(entered);
        }
    }

    [Fact]
    public void One_who_left_has_no_token_any_more()
    {
        var player = _test.Join("Sulu");
        _test.Session.Leave(player, _test.Now);

        Assert.Equal(ErrorCode.BadToken, _test.Return(player, out _)!.Code);
    }

    [Fact]
    public void An_unclaimed_reservation_lapses_after_fifteen_seconds()
    {
        Assert.Null(_test.Session.Reserve(Guid.NewGuid(), "Sulu", _test.Now, out var player));
        _test.Wait(14.9);
        Assert.Single(_test.Session.Roster.Players);

        _test.Wait(0.1);

        Assert.Empty(_test.Session.Roster.Players);
        Assert.Equal(ErrorCode.BadToken, _test.Return(player!, out _)!.Code);
        Assert.Empty(_test.Log);
    }

    [Fact]
    public void Joining_twice_gives_the_same_seat_and_token()
    {
        var id = Guid.NewGuid();
        Assert.Null(_test.Session.Reserve(id, "Sulu", _test.Now, out var first));
        _test.Wait(10);
        Assert.Null(_test.Session.Reserve(id, "Sulu", _test.Now, out var second));
        _test.Wait(10);

        Assert.Same(first, second);
        Assert.Single(_test.Session.Roster.Players);
    }

    [Fact]
    public void One_who_leaves_and_joins_again_gets_in_though_the_word_of_leaving_comes_later()
    {
        var player = _test.JoinAt("Sulu", 0, Console.Helm);
        Assert.Null(_test.Session.Reserve(player.Id, "Sulu", _test.Now, out _));
        _test.Session.Leave(player, _test.Now);
        Assert.Equal("Sulu left: Left", _test.Log[^1]);
        Assert.Equal((Presence.Reserved, null), (player.Presence, player.Ship));

        Assert.Null(_test.Return(player, out var superseded));
        Assert.False(superseded);
        Assert.Equal("Sulu joined", _test.Log[^1]);

        _test.Session.Leave(player, _test.Now);
        Assert.Equal(ErrorCode.BadToken, _test.Return(player, out _)!.Code);
    }

    [Fact]
    public void Who_leaves_and_was_sent_anew_but_does_not_come_loses_the_seat_as_others_do()
    {
        var player = _test.Join("Sulu");
        Assert.Null(_test.Session.Reserve(player.Id, "Sulu", _test.Now, out _));
        _test.Session.Leave(player, _test.Now);
        _test.Wait(15);
        Assert.Empty(_test.Session.Roster.Players);
        Assert.Equal(ErrorCode.BadToken, _test.Return(player, out _)!.Code);
    }

    [Fact]
    public void Reservations_count_as_seats()
    {
        var session = new SessionFixture(maxShips: 1);
        for (var i = 0; i < 6; i++)
            Assert.Null(session.Session.Reserve(Guid.NewGuid(), $"P{i}", session.Now, out _));

        Assert.Equal(
            ErrorCode.SessionFull, session.Session.Reserve(Guid.NewGuid(), "P7", session.Now, out _)!.Code);

        session.Wait(15);
        Assert.Null(session.Session.Reserve(Guid.NewGuid(), "P7", session.Now, out _));
    }

    [Fact]
    public void Slots_stay_and_are_used_again()
    {
        var first = _test.Join("A");
        var second = _test.Join("B");
        var third = _test.Join("C");
        _test.Session.Leave(second, _test.Now);

        var fourth = _test.Join("D");

        Assert.Equal((0, 2, 1), (first.Slot, third.Slot, fourth.Slot));
    }

    [Fact]
    public void The_computer_works_the_console_from_the_third_second_of_absence()
    {
        var helm = _test.StartAlone();
        _test.Session.Disconnect(helm, _test.Now);
        _test.Wait(2.9);
        Assert.Same(helm, _test.Session.WorkerOf(0, Console.Helm, _test.Now));

        _test.Wait(0.1);
        Assert.Null(_test.Session.WorkerOf(0, Console.Helm, _test.Now));
        Assert.Null(_test.Session.WorkerOf(0, Console.Weapons, _test.Now));

        Assert.Null(_test.Return(helm, out _));
        Assert.Same(helm, _test.Session.WorkerOf(0, Console.Helm, _test.Now));
    }
}
