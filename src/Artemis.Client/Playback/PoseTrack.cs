namespace Artemis.Client;

/// <summary>
/// The last poses of one object, and the smooth way between them. Between two known poses it goes straight. If the next is
/// late it carries on for 150 ms and then holds still; when the late one comes, the difference is worked off over 100 ms.
/// </summary>
public sealed class PoseTrack
{
    private const int Capacity = 8;
    private const double CarryOnMs = 150;
    private const double BlendMs = 100;
    private readonly (double Time, Pose Pose)[] ring = new (double, Pose)[Capacity];
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
    /// How often the object is updated, in ms. One that did not move for longer was where it was until one interval before.
    /// </param>
    public void Push(double time, in Pose pose, double interval)
    {
        double newest = Newest;
        if (time < newest) return;
        bool wasCarried = count > 0 && shownAt > newest;
        Interval = interval;
        if (time == newest) count--;
        else if (count > 0 && time - newest > interval * 1.5) Append(time - interval, At(count - 1).Pose);
        Append(time, pose);
        if (wasCarried) BeginBlend();
    }

    /// <summary>Forgets everything and puts the object where it is.</summary>
    public void Reset(double time, in Pose pose, double interval)
    {
        count = head = 0;
        shownAt = errorAt = double.NegativeInfinity;
        Interval = interval;
        Append(time, pose);
    }

    /// <summary>The pose at a time. Needs at least one pose.</summary>
    /// <param name="time">Server time to show, in ms.</param>
    /// <param name="streamTime">Time of the whole stream's newest update, in ms: an object that it passed over has not moved.</param>
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

    private void BeginBlend()
    {
        var now = Evaluate(shownAt, shownAt);
        error = new(shown.X - now.X, shown.Y - now.Y, shown.Z - now.Z, Pose.TurnBetween(now.Heading, shown.Heading));
        errorAt = shownAt;
    }

    private Pose Evaluate(double time, double streamTime)
    {
        if (count == 0) return default;
        var first = At(0);
        var last = At(count - 1);
        if (time <= first.Time) return first.Pose;
        if (count == 1) return last.Pose;
        if (time >= last.Time)
        {
            bool stands = time == last.Time || streamTime >= last.Time + (Interval * 1.25);
            return stands ? last.Pose : Between(At(count - 2), last, Math.Min(time, last.Time + CarryOnMs));
        }

        int index = count - 2;
        while (At(index).Time > time) index--;
        return Between(At(index), At(index + 1), time);
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
