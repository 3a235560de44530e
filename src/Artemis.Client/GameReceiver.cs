using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>Takes what a game sends: keeps world and session in step and tells the observer.</summary>
internal sealed class GameReceiver(GameClient client, GameObserver observer) : FromServerHandler
{
    private readonly byte[] answer = new byte[FrameHeader.Size + TimeSync.MaxEncodedSize];
    private DecodeStatus worldStatus;
    private uint startedShipId;

    public Lock Sync { get; } = new();

    public World World { get; } = new();

    public TimeSynchronizer ServerClock { get; } = new();

    public SessionView? Session { get; private set; }

    public ProtocolVersion Version { get; private set; } = ArtemisProtocol.Version;

    /// <summary>Why the session closes, once the game has said so.</summary>
    public string? Closing { get; private set; }

    public uint OwnShipId
    {
        get
        {
            if (Session?.Player(client.PlayerId)?.Ship is not { } ship) return 0;
            uint objectId = Session.Ships.FirstOrDefault(entry => entry.Ship == ship)?.ObjectId ?? 0;
            return objectId != 0 ? objectId : startedShipId;
        }
    }

    /// <summary>A new connection begins.</summary>
    public void Begin()
    {
        worldStatus = DecodeStatus.Ok;
        ServerClock.Reset();
    }

    /// <summary>Takes a WebSocket message. False if it is malformed.</summary>
    public bool Receive(ReadOnlyMemory<byte> message)
    {
        var handler = this;
        lock (Sync)
        {
            if (FromServer.Dispatch(message, ref handler, out var error) == DecodeStatus.Ok && worldStatus == DecodeStatus.Ok) return true;
            var status = worldStatus != DecodeStatus.Ok ? worldStatus : error.Status;
            observer.Failed(new ArtemisException($"The server sent what cannot be read: {status}."));
            return false;
        }
    }

    public override void On(in Protocol.Version packet) => Version = new ProtocolVersion(packet.AgreedMajor, packet.AgreedMinor);

    public override void On(SessionState message)
    {
        if (!client.IsAccepted || message.GameState == GameState.Lobby) World.Clear();
        ChangeSession(SessionView.From(message));
        if (message.FullSnapshot.Length > 0)
        {
            var frames = ArtemisProtocol.ReadFrames(message.FullSnapshot, Origin.Server);
            if (frames.MoveNext())
            {
                var snapshot = new ObjectUpdateReader(frames.Body);
                Apply(ref snapshot);
            }
        }

        client.Accept();
    }

    public override void On(PlayerJoined message) => ChangeSession(Session?.After(message));

    public override void On(PlayerLeft message) => ChangeSession(Session?.After(message));

    public override void On(PlayerMoved message) => ChangeSession(Session?.After(message));

    public override void On(PlayerReady message) => ChangeSession(Session?.After(message));

    public override void On(ShipRenamed message) => ChangeSession(Session?.After(message));

    public override void On(SessionConfigured message) => ChangeSession(Session?.After(message));

    public override void On(ChatMessage message) => observer.Said(message);

    public override void On(SessionResults message) => observer.Finished(message);

    public override void On(SessionClosing message) => Closing = message.Reason;

    public override void On(in GameStart packet)
    {
        startedShipId = packet.ShipId;
        observer.Started(in packet);
    }

    public override void On(ref ObjectUpdateReader packet) => Apply(ref packet);

    public override void On(ref EventsReader packet) => observer.Happened(ref packet);

    public override void On(in TimeSync packet)
    {
        double now = client.Now();
        if (packet.Echo != 0)
        {
            ServerClock.Answer(packet.Echo, packet.Stamp, now);
            return;
        }

        int length = new TimeSync { Stamp = now, Echo = packet.Stamp }.EncodeFrame(answer, Origin.Client);
        client.Send(answer.AsSpan(0, length));
    }

    public override void On(GameError message)
    {
        if (client.IsAccepted) observer.Failed(new ArtemisException(message.Code, message.Message));
        else client.Refuse(message.Message);
    }

    private void Apply(ref ObjectUpdateReader update)
    {
        worldStatus = World.Apply(ref update);
        if (worldStatus == DecodeStatus.Ok) observer.Updated(World);
    }

    private void ChangeSession(SessionView? session)
    {
        if (session is null) return;
        Session = session;
        observer.SessionChanged(session);
    }
}
