using System.Diagnostics;
using Artemis.Client;
using Artemis.Protocol;
using ShipConsole = Artemis.Protocol.Console;

namespace Artemis.Lifecycle;

/// <summary>A player who makes a session, flies for a while and leaves.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly GatewayClient _gateway;
    private readonly Guid _session;

    private Bot(GatewayClient gateway, Guid session, double createMilliseconds)
    {
        _gateway = gateway;
        _session = session;
        CreateMilliseconds = createMilliseconds;
    }

    /// <summary>Time from the request for the session until it took players.</summary>
    public double CreateMilliseconds { get; }

    /// <summary>Signs in and makes a session.</summary>
    public static async Task<Bot> CreateAsync(Uri gateway, string name)
    {
        var client = await GatewayClient.ConnectAsync(gateway, name, timeout: Patience);
        var started = Stopwatch.GetTimestamp();
        var session = await client.CreateSessionAsync(name, "border-patrol", maxShips: 2);
        return new Bot(client, session.SessionId, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Flies in the session, with a new course ten times a second.</summary>
    public async Task PlayAsync(TimeSpan time)
    {
        var seat = Seat.From(await _gateway.JoinSessionAsync(_session), _gateway.PlayerId);
        await using var game = new GameClient(seat);
        await game.ConnectAsync();
        game.SelectConsole(0, ShipConsole.Helm);
        await UntilAsync(() => game.Me?.Console == ShipConsole.Helm);
        game.SetReady(true);
        await UntilAsync(() => game.Me?.Ready == true);
        game.StartGame();
        await UntilAsync(() => game.OwnShipId != 0);
        game.Order(new HelmSetImpulse { Impulse = 1 });
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            game.Order(new HelmSetCourse { Course = Random.Shared.NextSingle() * MathF.Tau });
            await Task.Delay(100);
        }

        game.Leave();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    private static async Task UntilAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException("The game did not do what was asked of it.");
            await Task.Delay(Glance);
        }
    }
}
