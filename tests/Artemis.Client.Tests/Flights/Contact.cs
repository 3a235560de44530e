using Artemis.Protocol;

namespace Artemis.Client.Tests.Flights;

/// <summary>How often the server tells of something.</summary>
internal enum Rate
{
    /// <summary>The own ship: ten times a second.</summary>
    Own,

    /// <summary>Ten times a second, but not as long as it goes on as it did.</summary>
    Near,

    /// <summary>Twice a second, but not as long as it goes on as it did.</summary>
    Mid,

    /// <summary>Once a second, but not as long as it goes on as it did.</summary>
    Far,

    /// <summary>A torpedo: twenty times a second, but not as long as it goes on as it did.</summary>
    Torpedo,
}

/// <summary>Something that flies at a constant speed, and what the server tells of it when, as docs/replication.md says.</summary>
/// <param name="id">Its id.</param>
/// <param name="name">What it is for people.</param>
/// <param name="speed">Units a second.</param>
internal sealed class Contact(uint id, string name, double speed)
{
    private const uint Course = NpcShip.Fields.PosX | NpcShip.Fields.PosY | NpcShip.Fields.PosZ | NpcShip.Fields.Heading | NpcShip.Fields.Velocity;
    private Pose told;
    private double toldAt = double.NegativeInfinity;

    public uint Id => id;

    public string Name => name;

    public double Speed => speed;

    /// <summary>Where it is.</summary>
    public Pose Truth { get; set; }

    /// <summary>How it turns at a time in ms, in radians a second.</summary>
    public Func<double, double> TurnRate { get; init; } = _ => 0;

    public Rate Rate { get; set; }

    /// <summary>Flies on for a step of 50 ms.</summary>
    public void Fly(double time)
    {
        double heading = Pose.WrapHeading(Truth.Heading + (TurnRate(time) / 20));
        Truth = new(Truth.X + (Math.Sin(heading) * speed / 20), 0, Truth.Z + (Math.Cos(heading) * speed / 20), heading);
    }

    /// <summary>Tells of it, if its turn has come and there is something to tell.</summary>
    /// <returns>Whether there was.</returns>
    public bool Tell(ref ObjectUpdateWriter writer, uint tick)
    {
        if (!IsDue(tick) || IsAsTold(tick * 50)) return false;
        (told, toldAt) = (Truth, tick * 50);
        return Rate switch
        {
            Rate.Own => TellOwn(ref writer),
            Rate.Torpedo => TellTorpedo(ref writer),
            _ => TellShip(ref writer),
        };
    }

    private bool IsDue(uint tick) => Rate switch
    {
        Rate.Torpedo => true,
        Rate.Own or Rate.Near => tick % 2 == 0,
        Rate.Mid => tick % 2 == 0 && ((tick / 2) + id) % 5 == 0,
        _ => tick % 2 == 0 && ((tick / 2) + id) % 10 == 0,
    };

    private bool IsAsTold(double time)
    {
        var (units, radians, mostSilentMs) = Rate switch
        {
            Rate.Own => (0, 0, 0),
            Rate.Near => (0.5, 0.02, 1000),
            Rate.Mid => (2, 0.03, 2000),
            Rate.Far => (8, 0.05, 5000),
            _ => (1.5, 0.1, 1000),
        };
        if (time - toldAt >= mostSilentMs) return false;
        double way = speed * (time - toldAt) / 1000;
        return Math.Abs(Truth.X - told.X - (Math.Sin(told.Heading) * way)) <= units
            && Math.Abs(Truth.Z - told.Z - (Math.Cos(told.Heading) * way)) <= units
            && Math.Abs(Pose.TurnBetween(told.Heading, Truth.Heading)) <= radians;
    }

    private bool TellOwn(ref ObjectUpdateWriter writer)
    {
        var ship = new PlayerShip
        {
            PosX = (float)Truth.X,
            PosZ = (float)Truth.Z,
            Heading = (float)Truth.Heading,
            Velocity = (float)speed,
        };
        ship.Quantize(out var wire);
        return writer.TryAdd(id, in wire, PlayerShip.AllFields);
    }

    private bool TellShip(ref ObjectUpdateWriter writer)
    {
        var ship = new NpcShip
        {
            PosX = (float)Truth.X,
            PosZ = (float)Truth.Z,
            Heading = (float)Truth.Heading,
            Velocity = (float)speed,
        };
        ship.Quantize(out var wire);
        return writer.TryAdd(id, in wire, Course);
    }

    private bool TellTorpedo(ref ObjectUpdateWriter writer)
    {
        var torpedo = new Torpedo
        {
            PosX = (float)Truth.X,
            PosZ = (float)Truth.Z,
            Heading = (float)Truth.Heading,
            Velocity = (float)speed,
        };
        torpedo.Quantize(out var wire);
        return writer.TryAdd(id, in wire, Torpedo.AllFields);
    }
}
