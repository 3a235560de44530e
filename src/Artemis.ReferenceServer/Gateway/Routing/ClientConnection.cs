using System.Data.Common;
using System.Diagnostics;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Registry;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>What all client connections of a gateway share.</summary>
/// <param name="Broker">Makes and joins sessions.</param>
/// <param name="Catalog">The sessions.</param>
/// <param name="Registry">The players.</param>
/// <param name="Online">Who is signed in.</param>
/// <param name="Urls">Addresses of games.</param>
/// <param name="Options">Limits.</param>
/// <param name="Frames">Buffers.</param>
/// <param name="Time">The clock.</param>
/// <param name="Log">The log.</param>
public sealed record ClientContext(
    SessionBroker Broker,
    SessionCatalog Catalog,
    IPlayerRegistry Registry,
    OnlinePlayers Online,
    PublicUrl Urls,
    TransportOptions Options,
    FramePool Frames,
    TimeProvider Time,
    ILogger<ClientConnection> Log);

/// <summary>A client at the gateway: signs in, lists, makes and joins sessions. Its requests are answered in order.</summary>
public sealed partial class ClientConnection : IConnectionHandler
{
    private const int MaxListed = 500;

    private readonly ClientContext _context;
    private readonly WebSocketConnection _connection;
    private readonly string _host;
    private readonly long _openedAt;
    private TokenBucket _frames;
    private TokenBucket _requests;
    private Guid? _playerId;
    private string _name = "";

    /// <summary>Takes over a connection.</summary>
    /// <param name="context">What all share.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="host">The name under which the client reached the gateway.</param>
    public ClientConnection(ClientContext context, WebSocketConnection connection, string host)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _connection = connection;
        _host = host;
        _openedAt = context.Time.GetTimestamp();
        _frames = new TokenBucket(context.Options.InboundFramesPerSecond, context.Options.InboundBurst, TimeSpan.Zero);
        // What starts processes or hashes passwords is dearer than the rest.
        _requests = new TokenBucket(perSecond: 1, burst: 10, TimeSpan.Zero);
    }

    /// <summary>Who is signed in, or null.</summary>
    public Guid? PlayerId => _playerId;

    /// <summary>The player's name.</summary>
    public string Name => _name;

    private TimeSpan Now => _context.Time.GetElapsedTime(_openedAt);

    /// <summary>Runs the connection until it ends.</summary>
    public async Task RunAsync()
    {
        using var handshake = new CancellationTokenSource(TimeSpan.FromSeconds(_context.Options.HandshakeSeconds), _context.Time);
        await using var expiry = handshake.Token.Register(() =>
        {
            if (_playerId is null)
                _connection.Close(CloseCode.HandshakeTimeout, "Sign in within ten seconds.");
        });
        await _connection.RunAsync(this);
        if (_playerId is { } playerId)
            _context.Online.Remove(playerId, this);
    }

    /// <summary>Tells the client that a session in which it has a seat is gone.</summary>
    public void TellLost(Guid sessionId, string reason) =>
        Send(new SessionLost { SessionId = sessionId, Reason = reason }.EncodeFrame);

    /// <summary>Ends the connection because the gateway ends.</summary>
    public void CloseForShutdown() => _connection.Close(CloseCode.GoingAway, "The server is closing down.");

    /// <inheritdoc/>
    public async ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
    {
        var scanner = new FrameScanner(message, Origin.Client);
        while (scanner.TryNext(out var frame))
        {
            if (!_frames.TryTake(Now))
            {
                _connection.Close(CloseCode.TooFast, "Too many frames.");
                return;
            }

            using var step = ServerTraces.Begin(NameOf(frame.PacketType), _connection.Whom);
            try
            {
                await HandleAsync(frame);
            }
            catch (GatewayException exception)
            {
                step.Fail(exception.Code.ToString(), exception.Message);
                SendError(exception.Code, exception.Message);
            }
            catch (DbException exception)
            {
                // A full disk must not end what does not need it.
                step.Fail(nameof(ErrorCode.Internal), exception.Message);
                LogRegistry(_context.Log, exception);
                SendError(ErrorCode.Internal, "The server cannot write its player registry at the moment. Those whose name is known get in; others try again later.");
            }
        }

        if (scanner.Status != DecodeStatus.Ok)
            _connection.Close(CloseCode.Malformed, $"A frame is malformed: {scanner.Status}.");
    }

    private static string NameOf(uint packetType) => packetType switch
    {
        Auth.PacketType => "artemis.sign_in",
        ListSessions.PacketType => "artemis.session.list",
        CreateSession.PacketType => "artemis.session.create",
        JoinSession.PacketType => "artemis.session.join",
        _ => "artemis.unknown",
    };

    private async ValueTask HandleAsync(Frame frame)
    {
        switch (frame.PacketType)
        {
            case Auth.PacketType:
                await SignInAsync(Decode<Auth>(frame, Auth.TryDecode));
                break;
            case ListSessions.PacketType:
                RequireSignIn();
                List(Decode<ListSessions>(frame, ListSessions.TryDecode));
                break;
            case CreateSession.PacketType:
                RequireSignIn();
                RequireAllowance();
                await CreateAsync(Decode<CreateSession>(frame, CreateSession.TryDecode));
                break;
            case JoinSession.PacketType:
                RequireSignIn();
                RequireAllowance();
                await JoinAsync(Decode<JoinSession>(frame, JoinSession.TryDecode));
                break;
            default:
                // A newer client may say what we do not know.
                break;
        }
    }

    private async Task SignInAsync(Auth request)
    {
        if (_playerId is not null)
            throw new GatewayException(ErrorCode.BadRequest, "This connection is signed in already.");
        if (!Versions.TryAgree(request.ProtocolVersion, out var agreed))
        {
            Send(new AuthFail
            {
                Reason = $"This server speaks version {Versions.Server}.",
                Code = ErrorCode.UnsupportedVersion,
            }.EncodeFrame);
            return;
        }

        if (!VisibleText.TryNormalize(request.Name, 32, out var name))
        {
            Send(new AuthFail { Reason = "A name has 1 to 32 bytes that can be seen.", Code = ErrorCode.BadRequest }.EncodeFrame);
            return;
        }

        RequireAllowance();
        switch (await _context.Registry.SignInAsync(name, request.Token, CancellationToken.None))
        {
            case SignIn.Registered registered:
                Welcome(registered.PlayerId, registered.Name, registered.TokenGiven ? null : registered.Token.Reveal(), agreed, isNew: true);
                break;
            case SignIn.Recognized recognized:
                Welcome(recognized.PlayerId, recognized.Name, token: null, agreed, isNew: false);
                break;
            case SignIn.Refused { TokenGiven: true }:
                Send(new AuthFail { Reason = "The name is taken, and the token is not its.", Code = ErrorCode.BadToken }.EncodeFrame);
                break;
            default:
                Send(new AuthFail { Reason = "The name is taken. Choose another.", Code = ErrorCode.NameTaken }.EncodeFrame);
                break;
        }
    }

    private void Welcome(Guid playerId, string name, string? token, ProtocolVersion agreed, bool isNew)
    {
        _playerId = playerId;
        _connection.Whom.PlayerId = playerId;
        _name = name;
        _context.Online.Add(playerId, this);
        LogSignedIn(_context.Log, playerId, isNew);
        Send(new AuthOk { PlayerId = playerId, Token = token, ProtocolVersion = agreed.ToString() }.EncodeFrame);
    }

    private void List(ListSessions request)
    {
        var filter = new SessionFilter(request.Name, request.State, request.Open, request.Free);
        Send(new SessionList { Sessions = [.. _context.Catalog.List(filter, MaxListed)] }.EncodeFrame);
    }

    private async Task CreateAsync(CreateSession request)
    {
        var session = await _context.Broker.CreateAsync(_playerId!.Value, _name, request);
        Activity.Current?.SetTag("artemis.session.id", session.Id);
        Send(new SessionCreated { SessionId = session.Id, WsUrl = _context.Urls.For(_host, session.Game) }.EncodeFrame);
    }

    private async Task JoinAsync(JoinSession request)
    {
        Activity.Current?.SetTag("artemis.session.id", request.SessionId);
        var (session, token) = await _context.Broker.JoinAsync(
            _playerId!.Value, _name, request.SessionId, request.Password, CancellationToken.None);
        Send(new Redirect
        {
            WsUrl = _context.Urls.For(_host, session.Game),
            ReconnectToken = token,
            SessionId = session.Id,
        }.EncodeFrame);
    }

    private void RequireSignIn()
    {
        if (_playerId is null)
            throw new GatewayException(ErrorCode.NotSignedIn, "Sign in first.");
    }

    private void RequireAllowance()
    {
        if (!_requests.TryTake(Now))
            throw new GatewayException(ErrorCode.RateLimited, "That is too much at once. Wait a moment.");
    }

    private static T Decode<T>(Frame frame, MessageDecoder<T> decode)
        where T : class
    {
        if (decode(frame.Body, out var message, out var error) == DecodeStatus.Ok)
            return message!;
        throw new GatewayException(
            error.Status == DecodeStatus.MissingKey ? ErrorCode.MissingKey : ErrorCode.BadRequest,
            MessageFrames.Describe(error));
    }

    private void SendError(ErrorCode code, string message) => Send(new GatewayError { Code = code, Message = message }.EncodeFrame);

    private void Send(Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(_context.Frames, encode);
        _connection.TrySend(frame);
        frame.Release();
    }

    [LoggerMessage(LogLevel.Debug, "Player {PlayerId} signed in (new: {IsNew}).")]
    private static partial void LogSignedIn(ILogger log, Guid playerId, bool isNew);

    [LoggerMessage(LogLevel.Error, "The player registry failed.")]
    private static partial void LogRegistry(ILogger log, Exception exception);
}
