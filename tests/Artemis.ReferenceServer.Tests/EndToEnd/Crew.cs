using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A player with both connections: the gateway's and the game's.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private Crew(TestClient gateway, AuthOk identity)
    {
        Gateway = gateway;
        Identity = identity;
    }

    public TestClient Gateway { get; }

    public AuthOk Identity { get; }

    public Redirect Redirect { get; private set; } = null!;

    public TestClient Game { get; private set; } = null!;

    public SessionState State { get; private set; } = null!;

    /// <summary>Signs in.</summary>
    public static async Task<Crew> SignInAsync(ServerProcess server, string name, string? token = null)
    {
        var (client, identity) = await TestClient.SignInAsync(server, name, token);
        return new Crew(client, identity);
    }

    /// <summary>Signs in, makes a session and goes there.</summary>
    public static async Task<Crew> CreateAsync(
        ServerProcess server, string name, string? password = null, string? clientKey = null, byte ships = 2)
    {
        var crew = await SignInAsync(server, name);
        await crew.JoinAsync(await crew.CreateAsync(password, clientKey, ships), password);
        return crew;
    }

    /// <summary>Signs in, makes a session and goes nowhere.</summary>
    public static async Task MakeAsync(ServerProcess server, string name)
    {
        await using var crew = await SignInAsync(server, name);
        await crew.CreateAsync();
    }

    /// <summary>Makes a session.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> CreateAsync(string? password = null, string? clientKey = null, byte ships = 2)
    {
        await Gateway.SendAsync(NewSession(password, clientKey, ships).EncodeFrame);
        var created = await Gateway.ExpectAsync<SessionCreated>(SessionCreated.PacketType, SessionCreated.TryDecode);
        return created.SessionId;
    }

    /// <summary>Asks for a session and is refused.</summary>
    public async Task<ErrorCode> CreateInVainAsync()
    {
        await Gateway.SendAsync(NewSession(null, null, ships: 2).EncodeFrame);
        return await ExpectRefusalAsync();
    }

    /// <summary>Asks for a seat and is refused.</summary>
    public async Task<ErrorCode> JoinInVainAsync(Guid sessionId, string? password = null)
    {
        await Gateway.SendAsync(new JoinSession { SessionId = sessionId, Password = password }.EncodeFrame);
        return await ExpectRefusalAsync();
    }

    /// <summary>The sessions that the gateway lists.</summary>
    public async Task<SessionSummary[]> ListAsync()
    {
        await Gateway.SendAsync(new ListSessions().EncodeFrame);
        return (await Gateway.ExpectAsync<SessionList>(SessionList.PacketType, SessionList.TryDecode)).Sessions;
    }

    /// <summary>Waits until a session is listed.</summary>
    public Task SeesAsync(Guid sessionId) =>
        Eventually.TrueAsync(async () => (await ListAsync()).Any(session => session.Id == sessionId));

    /// <summary>Waits until a session is not listed any more.</summary>
    public Task MissesAsync(Guid sessionId) =>
        Eventually.TrueAsync(async () => (await ListAsync()).All(session => session.Id != sessionId));

    /// <summary>Signs in and goes to a session.</summary>
    public static async Task<Crew> JoinAsync(ServerProcess server, string name, Guid sessionId)
    {
        var crew = await SignInAsync(server, name);
        await crew.JoinAsync(sessionId);
        return crew;
    }

    /// <summary>Asks for a seat and takes it.</summary>
    public async Task JoinAsync(Guid sessionId, string? password = null)
    {
        await Gateway.SendAsync(new JoinSession { SessionId = sessionId, Password = password }.EncodeFrame);
        Redirect = await Gateway.ExpectAsync<Redirect>(Redirect.PacketType, Redirect.TryDecode);
        await RejoinAsync();
    }

    /// <summary>Opens a new connection to the game.</summary>
    public async Task RejoinAsync()
    {
        Game = await TestClient.ConnectAsync(new Uri(Redirect.WsUrl));
        await Game.SendAsync(new Rejoin { PlayerId = Identity.PlayerId, ReconnectToken = Redirect.ReconnectToken }.EncodeFrame);
        await Game.ExpectAsync(Welcome.PacketType);
        await Game.ExpectAsync(Artemis.Protocol.Version.PacketType);
        LastState = State = await Game.ExpectAsync<SessionState>(SessionState.PacketType, SessionState.TryDecode);
    }

    /// <summary>Takes a console and waits until it is so.</summary>
    public async Task SelectAsync(byte ship, Console console)
    {
        await Game.SendAsync(new SelectConsole { Ship = ship, Console = console }.EncodeFrame);
        PlayerMoved moved;
        do
        {
            moved = await Game.ExpectAsync<PlayerMoved>(PlayerMoved.PacketType, PlayerMoved.TryDecode);
        }
        while (moved.PlayerId != Identity.PlayerId);
    }

    /// <summary>Starts the game alone at the helm of the first ship.</summary>
    public async Task<GameStart> StartAsync()
    {
        await SelectAsync(0, Console.Helm);
        await Game.SendAsync(new SetReady { Ready = true }.EncodeFrame);
        await Game.SendAsync(new StartGame().EncodeFrame);
        return await ExpectStartAsync();
    }

    /// <summary>Writes a command's body and says how long it is.</summary>
    public delegate int WriteBody(Span<byte> body);

    /// <summary>Gives an order.</summary>
    public async Task CommandAsync(uint subtype, WriteBody write)
    {
        var frame = new byte[512];
        var head = new Command { Subtype = subtype, Sequence = Game.NextSequence(), ClientTime = 1 };
        var length = FrameHeader.Size + head.Encode(frame.AsSpan(FrameHeader.Size));
        length += write(frame.AsSpan(length));
        new FrameHeader(ArtemisProtocol.Magic, length, Origin.Client, Command.PacketType).Write(frame);
        await Game.SendBytesAsync(frame.AsMemory(0, length));
    }

    /// <summary>The last that was heard of the session as a whole.</summary>
    public SessionState LastState { get; private set; } = null!;

    /// <summary>Waits until the game has started.</summary>
    public async Task<GameStart> ExpectStartAsync()
    {
        var frame = await Game.ExpectAsync(GameStart.PacketType);
        LastState = Game.Latest<SessionState>(SessionState.PacketType, SessionState.TryDecode) ?? State;
        Assert.Equal(DecodeStatus.Ok, GameStart.Decode(frame.Body.Span, out var start));
        return start;
    }

    private static CreateSession NewSession(string? password, string? clientKey, byte ships) => new()
    {
        Name = "Tuesday crew",
        Scenario = "border-patrol",
        MaxShips = ships,
        Password = password,
        ClientKey = clientKey,
    };

    private async Task<ErrorCode> ExpectRefusalAsync() =>
        (await Gateway.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode)).Code;

    public async ValueTask DisposeAsync()
    {
        if (Game is not null)
            await Game.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
