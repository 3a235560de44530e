using Artemis.Client;
using Artemis.Protocol;

namespace Artemis.Load.Players;

/// <summary>One game with its players.</summary>
/// <param name="index">Which.</param>
/// <param name="book">Gets latencies.</param>
/// <param name="desyncs">Compares consoles.</param>
/// <param name="fail">Is told of errors.</param>
internal sealed class LoadGame(int index, LatencyBook book, DesyncCheck desyncs, Action<string> fail) : IAsyncDisposable
{
    private const float NearRadius = 10_000;
    private readonly List<LoadPlayer> _players = [];

    public int Index { get; } = index;

    public LatencyBook Book { get; } = book;

    public DesyncCheck Desyncs { get; } = desyncs;

    public Mail Mail { get; } = new(book);

    public IReadOnlyList<LoadPlayer> Players => _players;

    /// <summary>Where its process listens.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The newest tick that the first player knows.</summary>
    public uint Tick => _players[0].Client.Read(world => world.Tick);

    public void Fail(string what) => fail($"Game {Index}: {what}");

    /// <summary>Makes the session, lets all players in, and starts the game.</summary>
    public async Task StartAsync(LoadOptions options, Action<int> joined)
    {
        var gateway = new Uri(options.Gateway);
        var creator = await LoadPlayer.SignInAsync(gateway, this, 0);
        _players.Add(creator);
        var session = await creator.Gateway.CreateSessionAsync(
            $"Load {Index}", options.ScenarioId, options.Ships, difficulty: 5);
        await creator.JoinAsync(session.SessionId);
        Url = creator.Client.Seat.WsUrl;
        joined(1);
        for (var place = 1; place < options.Players; place++)
        {
            var player = await LoadPlayer.SignInAsync(gateway, this, place);
            _players.Add(player);
            await player.JoinAsync(session.SessionId);
            joined(1);
        }

        await UntilAsync(() => creator.Client.Session!.Players.Count(player => player.Ready) == options.Players, "be ready");
        creator.Client.StartGame();
        await UntilAsync(() => _players.TrueForAll(player => player.Client.OwnShipId != 0 && player.Client.Read(world => world.Tick) > 0), "start");
    }

    /// <summary>Ships that move within 10,000 units of each crew's ship, the fewest of all ships.</summary>
    public int FewestNearMovers()
    {
        var fewest = int.MaxValue;
        foreach (var player in _players.DistinctBy(player => player.Ship))
            fewest = Math.Min(fewest, player.Client.Read(world => NearMovers(world, player.Client.OwnShipId)));
        return fewest;
    }

    /// <summary>Torpedoes in flight for each crew's ship.</summary>
    public double TorpedoesPerShip()
    {
        var lookouts = _players.DistinctBy(player => player.Ship).ToArray();
        var inFlight = lookouts.SelectMany(player => player.Client.Read(world => world.Torpedoes.Ids.ToArray())).Distinct().Count();
        return (double)inFlight / lookouts.Length;
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_players.Select(player => player.DisposeAsync().AsTask()));

    private static int NearMovers(World world, uint own)
    {
        if (!world.PlayerShips.TryGet(own, out var ship))
            return 0;
        var count = 0;
        foreach (var (_, npc) in world.NpcShips)
            count += npc.Velocity != 0 && IsNear(in ship, npc.PosX, npc.PosY, npc.PosZ) ? 1 : 0;
        foreach (var (id, other) in world.PlayerShips)
            count += id != own && other.Velocity != 0 && IsNear(in ship, other.PosX, other.PosY, other.PosZ) ? 1 : 0;
        return count;
    }

    private static bool IsNear(in PlayerShip ship, float x, float y, float z)
    {
        (x, y, z) = (x - ship.PosX, y - ship.PosY, z - ship.PosZ);
        return (x * x) + (y * y) + (z * z) < NearRadius * NearRadius;
    }

    private static async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var i = 0; !holds(); i++)
        {
            if (i == 2400)
                throw new LoadException($"A game's players did not {what} within two minutes.");
            await Task.Delay(50);
        }
    }
}
