using System.Threading.Channels;
using Artemis.Client;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class LongSnapshotTests
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["ARTEMIS__Transport__EmbeddedSnapshotBytes"] = "500",
    };

    [Fact]
    public async Task One_who_comes_back_gets_all_of_a_snapshot_that_is_too_long_for_the_session_state()
    {
        await using var server = await ServerProcess.StartAsync(settings: Settings);
        await using var gateway = await GatewayClient.ConnectAsync(server.Gateway, "Ada", cancellationToken: Cancellation);
        var session = await gateway.CreateSessionAsync("Crowded", "fleet-action", maxShips: 1, cancellationToken: Cancellation);
        var seat = Seat.From(await gateway.JoinSessionAsync(session.SessionId, cancellationToken: Cancellation), gateway.PlayerId);
        var before = new Watch();
        await using var first = new GameClient(seat, before);
        await first.ConnectAsync(Cancellation);
        first.SelectConsole(0, Console.Helm);
        first.SetReady(true);
        first.StartGame();
        await before.Until(() => first.Read(Standing) > 20);

        var after = new Watch();
        await using var second = new GameClient(seat, after);
        await second.ConnectAsync(Cancellation);

        // What stands still is told once, so it is in the snapshot or will never be heard of.
        var standing = first.Read(Standing);
        await after.Until(() => second.Read(Standing) == standing);
        Assert.Empty(after.Failures);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Standing(World world) => world.Asteroids.Count + world.Nebulae.Count + world.Bases.Count;

    private sealed class Watch : GameObserver
    {
        private readonly Channel<bool> _told = Channel.CreateUnbounded<bool>();

        public List<ArtemisException> Failures { get; } = [];

        public async Task Until(Func<bool> holds)
        {
            while (!holds())
                await _told.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        }

        public override void OnUpdate(World world) => _told.Writer.TryWrite(true);

        public override void OnError(ArtemisException failure) => Failures.Add(failure);
    }
}
