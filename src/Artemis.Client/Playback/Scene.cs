using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>
/// The world as it is to be shown: behind the newest update by the interpolation delay, every object moving smoothly between the states
/// that came at its own rate. Removals, and whatever is told by <see cref="At"/>, happen when the shown moment reaches them.
/// </summary>
/// <remarks>Call <see cref="Advance"/> once a frame, or <see cref="GameClient.Advance"/>; then read <see cref="Items"/>.</remarks>
/// <param name="world">The newest state.</param>
/// <param name="options">Bounds of the interpolation delay.</param>
public sealed class Scene(World world, PlayoutOptions options) : IWorldObserver
{
    // A little inside of the server's borders, whose hysteresis lets an object keep its old rate for a while beyond them.
    private const double NearBorder = 9500;
    private const double MidBorder = 19_000;
    private const double TorpedoBorder = 4750;

    private readonly Dictionary<uint, SceneItem> items = [];
    private readonly Dictionary<uint, Mover> movers = [];
    private readonly List<(double Time, Action Run)> due = [];

    /// <summary>What there is to show, by id.</summary>
    public IReadOnlyDictionary<uint, SceneItem> Items => items;

    /// <summary>The clock that the scene runs on.</summary>
    public PlayoutClock Clock { get; } = new(options);

    /// <summary>The moment that is shown, in ms since the game began.</summary>
    public double Time { get; private set; }

    /// <summary>Object id of the own ship; rates depend on the distance to it.</summary>
    public uint OwnShipId { get; set; }

    /// <summary>Moves on to the moment that is to be shown now.</summary>
    /// <param name="now">Client clock, in ms; the same that updates were stamped with.</param>
    public void Advance(double now)
    {
        double time = Clock.Time(now);
        double passed = Math.Max(0, Math.Min(100, time - Time));
        Time = time;
        RunDue(time);
        double streamTime = world.Time;
        foreach (var mover in movers.Values)
        {
            double wanted = Math.Max(0, mover.Track.Interval - 100);
            // Half of what time passes at most: an object that comes near or goes away slows down or hurries, and does not jump.
            mover.Extra += Math.Max(-passed / 2, Math.Min(passed / 2, wanted - mover.Extra));
            mover.Item.Pose = mover.Track.Sample(time - mover.Extra, streamTime);
        }
    }

    /// <summary>Runs something when the shown moment reaches a time, in ms since the game began.</summary>
    public void At(double time, Action run) => due.Add((time, run));

    /// <summary>Forgets all, as after a lost connection.</summary>
    public void Reset()
    {
        Cleared();
        due.Clear();
        Clock.Reset();
    }

    /// <inheritdoc/>
    public void Cleared()
    {
        items.Clear();
        movers.Clear();
    }

    /// <inheritdoc/>
    public void Changed(ObjectType type, uint id)
    {
        if (!TryPlace(type, id, out var pose, out double speed)) return;
        if (!items.TryGetValue(id, out var item) || item.Type != type || item.IsLeaving)
        {
            items[id] = item = new SceneItem(id, type) { Pose = pose };
            movers.Remove(id);
        }

        if (type is not (ObjectType.PlayerShip or ObjectType.NpcShip or ObjectType.Torpedo))
        {
            item.Pose = pose;
            return;
        }

        double away = Away(id, in pose);
        double interval = IntervalOf(type, away);
        if (!movers.TryGetValue(id, out var mover))
            movers.Add(id, mover = new Mover(item) { Extra = Math.Max(0, interval - 100) });
        mover.Track.Push(world.Time, in pose, interval, id != OwnShipId ? speed : 0);
    }

    /// <inheritdoc/>
    public void Removed(uint id, RemovalReason reason)
    {
        if (!items.TryGetValue(id, out var item)) return;
        item.IsLeaving = true;
        double extra = movers.TryGetValue(id, out var mover) ? mover.Extra : 0;
        At(world.Time + extra, () =>
        {
            if (items.GetValueOrDefault(id) != item) return;
            items.Remove(id);
            movers.Remove(id);
        });
    }

    /// <summary>Shows an object elsewhere than the stream says, until the next <see cref="Advance"/>.</summary>
    internal void Show(uint id, in Pose pose)
    {
        if (items.TryGetValue(id, out var item)) item.Pose = pose;
    }

    private double Away(uint id, in Pose at)
    {
        if (id == OwnShipId || !world.PlayerShips.TryGet(OwnShipId, out var own)) return TorpedoBorder;
        double x = at.X - own.PosX, y = at.Y - own.PosY, z = at.Z - own.PosZ;
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }

    private static double IntervalOf(ObjectType type, double away)
    {
        if (type == ObjectType.Torpedo && away < TorpedoBorder) return 50;
        if (away < NearBorder) return 100;
        return away < MidBorder ? 500 : 1000;
    }

    private void RunDue(double time)
    {
        if (!due.Exists(entry => entry.Time <= time)) return;
        var ready = due.FindAll(entry => entry.Time <= time);
        due.RemoveAll(entry => entry.Time <= time);
        foreach (var (_, run) in ready) run();
    }

    // Where an object is; false for what belongs to a ship and has no place of its own.
    private bool TryPlace(ObjectType type, uint id, out Pose pose, out double speed)
    {
        (pose, speed) = type switch
        {
            ObjectType.PlayerShip when world.PlayerShips.TryGet(id, out var it) =>
                (new Pose(it.PosX, it.PosY, it.PosZ, it.Heading), it.Velocity),
            ObjectType.NpcShip when world.NpcShips.TryGet(id, out var it) =>
                (new Pose(it.PosX, it.PosY, it.PosZ, it.Heading), it.Velocity),
            ObjectType.Torpedo when world.Torpedoes.TryGet(id, out var it) =>
                (new Pose(it.PosX, it.PosY, it.PosZ, it.Heading), it.Velocity),
            _ => (PlaceOfStanding(type, id), 0),
        };
        return !double.IsNaN(pose.X);
    }

    private Pose PlaceOfStanding(ObjectType type, uint id) => type switch
    {
        ObjectType.Base when world.Bases.TryGet(id, out var it) => new(it.PosX, it.PosY, it.PosZ, 0),
        ObjectType.Mine when world.Mines.TryGet(id, out var it) => new(it.PosX, it.PosY, it.PosZ, 0),
        ObjectType.Nebula when world.Nebulae.TryGet(id, out var it) => new(it.PosX, it.PosY, it.PosZ, 0),
        ObjectType.Asteroid when world.Asteroids.TryGet(id, out var it) => new(it.PosX, it.PosY, it.PosZ, 0),
        ObjectType.BlackHole when world.BlackHoles.TryGet(id, out var it) => new(it.PosX, it.PosY, it.PosZ, 0),
        ObjectType.Anomaly when world.Anomalies.TryGet(id, out var it) => new(it.PosX, it.PosY, it.PosZ, 0),
        _ => new(double.NaN, 0, 0, 0),
    };

    /// <summary>An object that moves.</summary>
    private sealed class Mover(SceneItem item)
    {
        public SceneItem Item { get; } = item;

        public PoseTrack Track { get; } = new();

        /// <summary>Delay beyond that of the clock, in ms: an object is shown behind by its own interval.</summary>
        public double Extra { get; set; }
    }
}
