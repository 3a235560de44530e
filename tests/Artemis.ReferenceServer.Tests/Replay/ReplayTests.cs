using System.Globalization;
using System.Threading.Channels;
using Artemis.Client;
using Artemis.ReferenceServer.Tests.EndToEnd;

namespace Artemis.ReferenceServer.Tests.Replay;

public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _file;
    private readonly byte[] _recording;
    private readonly ulong _lastHash;

    public ReplayTests()
    {
        _file = Path.Combine(_directory.Path, "first-night.artr");
        _recording = SampleRecording.Make(out _lastHash);
        File.WriteAllBytes(_file, _recording);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Two_processes_play_a_game_to_the_same_hash_at_every_tick()
    {
        // Each checks the hash of every tick against what this process recorded.
        await using var first = ReplayProcess.Start(_file);
        await using var second = ReplayProcess.Start(_file);
        Assert.All(await Task.WhenAll(first.ExitAsync(), second.ExitAsync()), code => Assert.Equal(0, code));
        var hash = _lastHash.ToString("x16", CultureInfo.InvariantCulture);
        Assert.Contains($"all {SampleRecording.Ticks} ticks went as recorded; the last hash is {hash}", first.Output, StringComparison.Ordinal);
        Assert.Contains(hash, second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_recording_ends_it_with_an_error_that_says_where()
    {
        _recording[_recording.Length / 2] ^= 1;
        File.WriteAllBytes(_file, _recording);
        await using var process = ReplayProcess.Start(_file);
        Assert.Equal(1, await process.ExitAsync());
        Assert.Matches("first-night.artr: The recording is damaged between byte [0-9]+ and byte [0-9]+", process.Output);
    }

    [Fact]
    public async Task A_recording_that_was_broken_off_is_verified_as_far_as_it_goes()
    {
        File.WriteAllBytes(_file, _recording[..(_recording.Length / 2)]);
        await using var process = ReplayProcess.Start(_file);
        Assert.Equal(0, await process.ExitAsync());
        Assert.Contains("Verified", process.Output, StringComparison.Ordinal);
        Assert.Contains("broken off", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var process = ReplayProcess.Start(_file + "x");
        Assert.Equal(1, await process.ExitAsync());
        Assert.Contains("first-night.artrx", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_client_can_watch_a_recording_from_any_ship_and_order_nothing()
    {
        await using var process = ReplayProcess.Start(_file, "--serve", "--port", "0", "--http-port", "0", "--speed", "4");
        await using var gateway = await GatewayClient.ConnectAsync(await process.GatewayAsync(), "Ada", cancellationToken: Cancellation);
        var listed = Assert.Single(await gateway.ListSessionsAsync(cancellationToken: Cancellation));
        Assert.Equal("Replay: first-night", listed.Name);
        Assert.Equal(GameState.Running, listed.State);
        var refusal = await Assert.ThrowsAsync<ArtemisException>(
            () => gateway.CreateSessionAsync("Mine", cancellationToken: Cancellation));
        Assert.Contains("shows a recording", refusal.Message, StringComparison.Ordinal);

        var watch = new Watch();
        var seat = Seat.From(await gateway.JoinSessionAsync(listed.Id, cancellationToken: Cancellation), gateway.PlayerId);
        await using var game = new GameClient(seat, watch);
        await game.ConnectAsync(Cancellation);
        foreach (byte ship in new byte[] { 1, 0 })
        {
            game.SelectConsole(ship, Console.Helm);
            await watch.Until(() => Own(game) is { } own && own.ShipIndex == ship);
        }

        Assert.Equal("Dauntless", Own(game)!.Value.Name.ToString());
        await watch.Until(() => Own(game) is { Velocity: > 5 });
        game.Order(new HelmSetImpulse { Impulse = 0 });
        await watch.Until(() => watch.Refusals.Count > 0);
        Assert.Equal(RefusalReason.Watching, watch.Refusals[0].Reason);

        // At its end it stays, with its results.
        await watch.Until(() => game.Session?.GameState == GameState.Results);
        Assert.Equal(0, await process.StopAsync());
    }

    [Fact]
    public async Task A_recording_in_a_loop_begins_anew()
    {
        File.WriteAllBytes(_file, _recording[..(_recording.Length / 4)]);
        await using var process = ReplayProcess.Start(_file, "--serve", "--port", "0", "--http-port", "0", "--speed", "10", "--loop");
        await using var gateway = await GatewayClient.ConnectAsync(await process.GatewayAsync(), "Ada", cancellationToken: Cancellation);
        var listed = Assert.Single(await gateway.ListSessionsAsync(cancellationToken: Cancellation));
        var seat = Seat.From(await gateway.JoinSessionAsync(listed.Id, cancellationToken: Cancellation), gateway.PlayerId);
        var watch = new Watch();
        await using var game = new GameClient(seat, watch);
        await game.ConnectAsync(Cancellation);
        game.SelectConsole(0, Console.Science);
        await watch.Until(() => watch.Rounds >= 3 && Own(game) is not null);
        Assert.Empty(watch.Failures);
        Assert.Equal(LinkPhase.Connected, game.Link.Phase);
    }

    private static PlayerShip? Own(GameClient game) => game.Read(
        world => world.PlayerShips.Contains(game.OwnShipId) ? world.PlayerShips[game.OwnShipId] : (PlayerShip?)null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Wakes whoever waits whenever something was told.</summary>
    private sealed class Watch : GameObserver
    {
        private readonly Channel<bool> _told = Channel.CreateUnbounded<bool>();
        private uint _lastTick;

        public List<ArtemisException> Failures { get; } = [];

        public List<CommandRefused> Refusals { get; } = [];

        /// <summary>How often the game began anew.</summary>
        public int Rounds { get; private set; }

        public async Task Until(Func<bool> holds)
        {
            while (!holds())
                await _told.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limits.Patience, Cancellation);
        }

        public override void OnLink(LinkState link) => _told.Writer.TryWrite(true);

        public override void OnSession(SessionView session) => _told.Writer.TryWrite(true);

        public override void OnUpdate(World world)
        {
            if (world.Tick < _lastTick)
                Rounds++;
            _lastTick = world.Tick;
            _told.Writer.TryWrite(true);
        }

        public override void OnRefused(in CommandRefused refusal)
        {
            Refusals.Add(refusal);
            _told.Writer.TryWrite(true);
        }

        public override void OnError(ArtemisException failure)
        {
            Failures.Add(failure);
            _told.Writer.TryWrite(true);
        }
    }
}
