using System.Net;
using System.Net.Sockets;

namespace Artemis.Client.Tests;

/// <summary>A network that is gone tells nobody: no connection ends, and nothing comes any more.</summary>
public sealed class SilentGameTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_says_nothing_before_or_after_the_handshake_is_called_again(bool shakesHands)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var seat = new Seat(new Uri($"ws://{listener.LocalEndpoint}/"), Guid.NewGuid(), "seat");
        await using var game = new GameClient(seat, options: new GameClientOptions { Time = new HastyTime() });
        var connecting = game.ConnectAsync(cancel);

        // Where the machine is slow, a call may be given up before hands are shaken, and the next one comes.
        var calls = new List<TcpClient>();
        do calls.Add(await listener.AcceptTcpClientAsync(cancel));
        while (shakesHands && !await Handshake.TryAsync(calls[^1].GetStream(), cancel));
        calls.Add(await listener.AcceptTcpClientAsync(cancel));

        Assert.Contains(game.Link.Phase, new[] { LinkPhase.Reconnecting, LinkPhase.Disconnected });
        await game.DisposeAsync();
        await Assert.ThrowsAsync<ArtemisException>(() => connecting);
        foreach (var call in calls) call.Dispose();
    }

    /// <summary>A clock whose timers ring fifty times sooner.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 50 : dueTime, period);
    }
}
