using Artemis.Motion;

namespace Artemis.Client;

/// <summary>
/// The last poses of one object, and the smooth way between them. Between two known poses it goes straight. If the next is
/// late it carries on for 150 ms and then holds still; when the late one comes, the difference is worked off over 100 ms.
/// </summary>
public sealed class PoseTrack
{
    /// <summary>How long a motion is carried on when updates stay away, in ms.</summary>
    internal const double CarryOnMs = 150;

    // Three quarters of a second of what is told twenty times a second: the playout clock lies no farther behind.
    private const int Capacity = 16;
    private const double BlendMs = 100;

    // The server tells a position at least every five seconds.
    private const double MostCarriedMs = 5250;
    private readonly (double Time, Pose Pose)[] ring = new (double, Pose)[Capacity];
    private double driftX;
    private double driftZ;
    private int count;
    private int head;
    private double shownAt = double.NegativeInfinity;
    private Pose shown;
    private Pose error;
    private double errorAt = double.NegativeInfinity;

    /// <summary>Time of the newest pose, in ms; −∞ if there is none.</summary>
    public double Newest => count == 0 ? double.NegativeInfinity : At(count - 1).Time;

    /// <summary>How often the object is updated, in ms.</summary>
    public double Interval { get; private set; } = 100;

    /// <summary>Adds a pose; one that is older than the newest is ignored.</summary>
    /// <param name="time">Server time, in ms.</param>
    /// <param name="pose">The pose.</param>
    /// <param name="interval">
    /// How often the object is updated, in ms. If nothing was told of it for longer, it went on with its speed until one interval before.
    /// </param>
    /// <param name="speed">
    /// Speed along its heading, in units per second: with it the object goes on as long as the stream passes over it. 0 if it stands then.
    /// </param>
    public void Push(double time, in Pose pose, double interval, double speed = 0)
    {
        double newest = Newest;
        if (time < newest) return;
        bool wasCarried = count > 0 && shownAt > newest;
        Interval = interval;
        if (time == newest) count--;
        else if (count > 0 && time - newest > interval * 1.5) Append(time - interval, CarriedOn(time - interval));
        Append(time, pose);
        ExactMath.SinCos(pose.Heading, out double sin, out double cos);
        driftX = sin * speed / 1000;
        driftZ = cos * speed / 1000;
        if (wasCarried) BeginBlend(shownAt);
    }

    /// <summary>Forgets everything and puts the object where it is.</summary>
    public void Reset(double time, in Pose pose, double interval)
    {
        count = head = 0;
        driftX = driftZ = 0;
        shownAt = errorAt = double.NegativeInfinity;
        Interval = interval;
        Append(time, pose);
    }

    /// <summary>The pose at a time. Needs at least one pose.</summary>
    /// <param name="time">Server time to show, in ms.</param>
    /// <param name="streamTime">
    /// Time of the whole stream's newest update, in ms: an object that it passed over has not moved otherwise than with its speed.
    /// </param>
    public Pose Sample(double time, double streamTime)
    {
        var pose = Evaluate(time, streamTime);
        double left = 1 - ((time - errorAt) / BlendMs);
        if (left is > 0 and <= 1)
        {
            pose = new(
                pose.X + (error.X * left),
                pose.Y + (error.Y * left),
                pose.Z + (error.Z * left),
                Pose.WrapHeading(pose.Heading + (error.Heading * left)));
        }

        shownAt = time;
        shown = pose;
        return pose;
    }

    private void BeginBlend(double streamTime)
    {
        var now = Evaluate(shownAt, streamTime);
        error = new(shown.X - now.X, shown.Y - now.Y, shown.Z - now.Z, Pose.TurnBetween(now.Heading, shown.Heading));
        errorAt = shownAt;
    }

    private Pose Evaluate(double time, double streamTime)
    {
        if (count == 0) return default;
        var first = At(0);
        var last = At(count - 1);
        if (time <= first.Time) return first.Pose;
        if (count == 1) return CarriedOn(Math.Min(time, CarriedUntil(streamTime)));
        if (time >= last.Time)
        {
            if (time == last.Time) return last.Pose;
            if (IsCarried || streamTime >= last.Time + (Interval * 1.25)) return CarriedOn(Math.Min(time, CarriedUntil(streamTime)));
            return Between(At(count - 2), last, Math.Min(time, CarriedUntil(streamTime)));
        }

        int index = count - 2;
        while (At(index).Time > time) index--;
        return Between(At(index), At(index + 1), time);
    }

    private bool IsCarried => driftX != 0 || driftZ != 0;

    // What is told seldom is shown behind by as much.
    private double CarriedUntil(double streamTime) => Math.Max(Newest, streamTime - Math.Max(0, Interval - 100)) + CarryOnMs;

    private Pose CarriedOn(double time)
    {
        var (since, pose) = At(count - 1);
        double passed = Math.Min(time - since, MostCarriedMs);
        return pose with { X = pose.X + (driftX * passed), Z = pose.Z + (driftZ * passed) };
    }

    private static Pose Between(in (double Time, Pose Pose) a, in (double Time, Pose Pose) b, double time) =>
        Pose.Between(a.Pose, b.Pose, (time - a.Time) / (b.Time - a.Time));

    private void Append(double time, in Pose pose)
    {
        if (count == Capacity)
        {
            head = (head + 1) % Capacity;
            count--;
        }

        ring[(head + count++) % Capacity] = (time, pose);
    }

    private (double Time, Pose Pose) At(int index) => ring[(head + index) % Capacity];
}
