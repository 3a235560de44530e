using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>Takes what a game sends: keeps world and session in step and tells the observer.</summary>
internal sealed class GameReceiver : FromServerHandler, IWorldObserver
{
    private readonly GameLink link;
    private readonly Guid playerId;
    private readonly GameObserver observer;
    private readonly byte[] answer = new byte[FrameHeader.Size + TimeSync.MaxEncodedSize];
    private DecodeStatus worldStatus;
    private uint startedShipId;
    private bool ownChanged;
    private double advancedAt;

    public GameReceiver(GameLink link, Guid playerId, GameObserver observer, GameClientOptions options)
    {
        this.link = link;
        this.playerId = playerId;
        this.observer = observer;
        Scene = new Scene(World, options.Playout);
        Predictor = options.PredictHelm ? new HelmPredictor() : null;
    }

    public World World { get; } = new();

    public Scene Scene { get; }

    public HelmPredictor? Predictor { get; }

    public ClockSync ServerClock { get; } = new();

    public SessionView? Session { get; private set; }

    public ProtocolVersion Version { get; private set; } = ArtemisProtocol.Version;

    /// <summary>Why the session closes, once the game has said so.</summary>
    public string? Closing { get; private set; }

    public PlayerView? Me => Session?.Player(playerId);

    public uint OwnShipId
    {
        get
        {
            if (Me?.Ship is not { } ship) return 0;
            uint objectId = Session!.Ships.FirstOrDefault(entry => entry.Ship == ship)?.ObjectId ?? 0;
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
        lock (link.Sync)
        {
            if (FromServer.Dispatch(message, ref handler, out var error) == DecodeStatus.Ok && worldStatus == DecodeStatus.Ok) return true;
            var status = worldStatus != DecodeStatus.Ok ? worldStatus : error.Status;
            observer.OnError(new ArtemisException($"The server sent what cannot be read: {status}."));
            return false;
        }
    }

    public override void On(in Protocol.Version packet) => Version = new ProtocolVersion(packet.AgreedMajor, packet.AgreedMinor);

    /// <summary>Moves the scene on to now.</summary>
    public void Advance()
    {
        double now = advancedAt = link.Now;
        FindOwnShip();
        Scene.Advance(now);
        if (Predictor is { IsReady: true } && Steers)
            Scene.Show(OwnShipId, Predictor.Sample(now, ArrivalTime(now)));
    }

    /// <summary>Server time at which what is sent now will arrive, in ms.</summary>
    public double ArrivalTime(double now) => now + ServerClock.Offset + (ServerClock.RoundTrip / 2);

    public override void On(SessionState message)
    {
        bool isNew = !link.IsAccepted;
        if (isNew || message.GameState == GameState.Lobby)
        {
            World.Clear();
            Scene.Reset();
            Predictor?.Reset();
        }

        // A game's clock begins with the game.
        if (message.GameState == GameState.Running && Session?.GameState != GameState.Running)
        {
            ServerClock.Reset();
            link.SyncAnew();
        }

        ChangeSession(SessionView.From(message, Session));
        if (message.FullSnapshot.Length > 0)
        {
            var frames = ArtemisProtocol.ReadFrames(message.FullSnapshot, Origin.Server);
            if (frames.MoveNext())
            {
                var snapshot = new ObjectUpdateReader(frames.Body);
                Apply(ref snapshot);
            }
        }

        link.Accept();
    }

    public override void On(PlayerJoined message) => ChangeSession(Session?.After(message));

    public override void On(PlayerLeft message) => ChangeSession(Session?.After(message));

    public override void On(PlayerMoved message) => ChangeSession(Session?.After(message));

    public override void On(PlayerReady message) => ChangeSession(Session?.After(message));

    public override void On(ShipRenamed message) => ChangeSession(Session?.After(message));

    public override void On(SessionConfigured message) => ChangeSession(Session?.After(message));

    public override void On(ChatMessage message) => observer.OnChat(message);

    public override void On(SessionResults message) => observer.OnResults(message);

    public override void On(SessionClosing message) => Closing = message.Reason;

    public override void On(in GameStart packet)
    {
        startedShipId = packet.ShipId;
        FindOwnShip();
        observer.OnStart(in packet);
    }

    public override void On(ref ObjectUpdateReader packet) => Apply(ref packet);

    public override void On(ref EventsReader packet)
    {
        uint tick = packet.Head.Tick;
        var collector = new EventCollector(tick, happened =>
        {
            observer.OnEvent(happened);
            Scene.At(TimeOf(tick), () => observer.OnSceneEvent(happened));
        }, Refused);
        while (packet.NextEvent(out var type, out var body)) EventDispatcher.Dispatch(type, body, ref collector);
    }

    public override void On(in TimeSync packet)
    {
        double now = link.Now;
        if (packet.Echo != 0)
        {
            ServerClock.Answer(packet.Echo, packet.Stamp, now);
            return;
        }

        int length = new TimeSync { Stamp = now, Echo = packet.Stamp }.EncodeFrame(answer, Origin.Client);
        link.Send(answer.AsSpan(0, length));
    }

    public override void On(GameError message)
    {
        if (link.IsAccepted) observer.OnError(new ArtemisException(message.Code, message.Message));
        else link.End(EndReason.Refused, message.Message, new ArtemisException(message.Code, message.Message));
    }

    void IWorldObserver.Cleared() => Scene.Cleared();

    void IWorldObserver.Changed(ObjectType type, uint id)
    {
        ownChanged |= id == Scene.OwnShipId;
        Scene.Changed(type, id);
    }

    void IWorldObserver.Removed(uint id, RemovalReason reason) => Scene.Removed(id, reason);

    // Whoever watches a recording, of which nobody is in charge, has a place and gives no orders; its time may pass faster or slower than that of a game.
    private bool Steers => Session?.CreatorId != Guid.Empty && Me?.Consoles.Contains(Protocol.Console.Helm) == true;

    // In the stream's own time, where a tick of a recording may be longer or shorter than one of a game.
    private double TimeOf(uint tick) =>
        tick * (World.Tick > 0 ? (double)World.Time / World.Tick : 1000.0 / ArtemisConstants.TickRate);

    private void Apply(ref ObjectUpdateReader update)
    {
        double now = link.Now;
        ownChanged = false;
        // A recording has begun anew.
        if (update.Head.Tick < World.Tick)
        {
            Scene.Reset();
            Predictor?.Reset();
        }

        worldStatus = World.Apply(ref update, this);
        if (worldStatus != DecodeStatus.Ok) return;
        Reconcile();
        Scene.Clock.Update(World.Time, now);
        // Who shows nothing must not pile up what is due meanwhile.
        if (now - advancedAt > UnseenAfterMs) Scene.Advance(now);
        observer.OnUpdate(World);
    }

    private const double UnseenAfterMs = 1000;

    // Even ticks always hold the own ship if it has changed; odd ones may leave it out.
    private void Reconcile()
    {
        uint own = OwnShipId;
        if (Predictor is null || (World.Tick % 2 != 0 && !ownChanged)) return;
        if (!World.PlayerShips.TryGet(own, out var ship) || !World.ShipMotions.TryGet(own, out var motion)) return;
        Predictor.Reconcile(World.Tick, in ship, in motion, World.HelmSequence);
    }

    private void Refused(CommandRefused refusal)
    {
        if (Me?.Slot != refusal.Slot) return;
        Predictor?.Refused(refusal.Sequence);
        observer.OnRefused(in refusal);
    }

    private void ChangeSession(SessionView? session)
    {
        if (session is null) return;
        Session = session;
        FindOwnShip();
        observer.OnSession(session);
    }

    // What was predicted of the former ship says nothing of the next.
    private void FindOwnShip()
    {
        uint id = OwnShipId;
        if (id == Scene.OwnShipId) return;
        Scene.OwnShipId = id;
        Predictor?.Reset();
    }
}
