using Artemis.Client;
using Artemis.Protocol;
using Console = Artemis.Protocol.Console;

namespace Artemis.Load.Players;

/// <summary>One player: two connections, a console, and somebody to work it.</summary>
internal sealed class LoadPlayer : GameObserver, IAsyncDisposable
{
    // Hashing the world for every update would be most of what the players' process does.
    private const uint HashEvery = 4;

    private readonly LoadGame _game;
    private readonly GatewayClient _gateway;
    private readonly Awaited _awaited;
    private readonly Random _random;
    private (uint Tick, long Hash) _pending;
    private GameClient? _client;
    private bool _isLeaving;

    private LoadPlayer(LoadGame game, int place, GatewayClient gateway)
    {
        _game = game;
        _gateway = gateway;
        _awaited = new Awaited(game.Book);
        _random = new Random((game.Index * 48) + place);
        Ship = place / 6;
        Console = (Console)(place % 6);
    }

    public int Ship { get; }

    public Console Console { get; }

    public GatewayClient Gateway => _gateway;

    public GameClient Client => _client!;

    /// <summary>Bytes of the last second and before.</summary>
    public ByteWindows Bytes { get; } = new();

    /// <summary>Signs in.</summary>
    public static async Task<LoadPlayer> SignInAsync(Uri gateway, LoadGame game, int place)
    {
        var name = $"Load {Environment.ProcessId} {game.Index} {place}";
        var client = await GatewayClient.ConnectAsync(gateway, name, timeout: TimeSpan.FromMinutes(2));
        return new LoadPlayer(game, place, client);
    }

    /// <summary>Goes to a session and takes the console there.</summary>
    public async Task JoinAsync(Guid sessionId)
    {
        _client = new GameClient(Seat.From(await _gateway.JoinSessionAsync(sessionId), _gateway.PlayerId), this);
        await _client.ConnectAsync();
        _client.SelectConsole(Ship, Console);
        _client.SetReady(true);
    }

    /// <summary>Works the console until told to stop.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        var officer = new Officer(Client, _awaited, _game.Mail, _random);
        while (true)
        {
            var pause = Task.Delay(_random.Next(500, 1500), stop);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            officer.Work(Console);
        }
    }

    public override void OnLink(LinkState link)
    {
        if (link.Phase is LinkPhase.Disconnected or LinkPhase.Ended && !_isLeaving)
            _game.Fail($"{Console} of ship {Ship}: {link.Phase} {link.Message}");
    }

    public override void OnError(ArtemisException failure) => _game.Fail($"{Console} of ship {Ship}: {failure.Message}");

    public override void OnUpdate(World world)
    {
        if (_game.Book.IsOpen && Client.ServerClock.IsSynced)
            _game.Book.Updates.Add(Client.ServerTime - world.Time);
        _awaited.Look(world);
        // The state of a tick is whole when the next one comes: a snapshot may have several frames.
        if (_pending.Tick != 0 && _pending.Tick != world.Tick)
        {
            _game.Desyncs.Add(_game.Index, Ship, _pending.Tick, _pending.Hash);
            _pending = default;
        }

        if (world.Tick % HashEvery == 0)
            _pending = (world.Tick, WorldHash.Of(world));
    }

    public override void OnRefused(in CommandRefused refusal) => _awaited.Refused(refusal.Sequence);

    public override void OnEvent(GameEvent happened)
    {
        if (happened.Value is CommsMessage message && Console == Console.Communications)
            _game.Mail.Read(message.Text.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _isLeaving = true;
        if (_client is not null)
            await _client.DisposeAsync();
        await _gateway.DisposeAsync();
    }
}
