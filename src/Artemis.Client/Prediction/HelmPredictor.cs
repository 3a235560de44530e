using Artemis.Motion;

namespace Artemis.Client;

/// <summary>
/// Shows the own ship where it will be when the server hears the helm, so that steering feels immediate.
/// </summary>
/// <remarks>
/// It runs the server's own motion step from the last state that the server told, with the orders that the server had not
/// applied by then. Each new state from the server starts it afresh; what was shown and what is now known differ by an error
/// that is worked off over 100 ms if it is under 50 units and 0.1 radians, and dropped at once if not.
/// </remarks>
/// <param name="limits">The world's edges, from the protocol's constants.</param>
public sealed class HelmPredictor(MotionLimits limits)
{
    /// <summary>A larger error in position is not blended but snapped, in units.</summary>
    public const double SnapDistance = 50;

    /// <summary>A larger error in heading is not blended but snapped, in radians.</summary>
    public const double SnapAngle = 0.1;

    /// <summary>Over how long an error is worked off, in ticks of 50 ms: 100 ms.</summary>
    public const double BlendTicks = 2;

    /// <summary>Most ticks that it runs ahead of the server: two seconds.</summary>
    public const int MaxTicksAhead = 40;

    // Ten broadcasts, one every other tick.
    private const int HistoryLength = 20;
    private readonly List<HelmOrder> pending = [];
    private readonly (uint Tick, MotionState State)[] history = new (uint, MotionState)[HistoryLength];
    private MotionState known;
    private MotionInput knownInput;
    private uint knownTick;
    private MotionState before;
    private MotionState after;
    private uint afterTick;
    private Pose error;
    private double errorTick = double.NegativeInfinity;
    private double shownTick = double.NegativeInfinity;

    /// <summary>Whether a state from the server is there to predict from.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Distance between the last state from the server and what had been predicted for its tick, in units.</summary>
    public double LastError { get; private set; }

    /// <summary>How often an error was too large to blend.</summary>
    public int Snaps { get; private set; }

    /// <summary>Orders that the server has not confirmed yet.</summary>
    public int PendingOrders => pending.Count;

    /// <summary>The helm gave an order.</summary>
    public void Order(in HelmOrder order) => pending.Add(order);

    /// <summary>The server told the ship's state.</summary>
    /// <param name="tick">Its tick.</param>
    /// <param name="state">Where the ship is and how it moves.</param>
    /// <param name="input">The orders and abilities that the server goes by.</param>
    /// <param name="helmSequence">The last helm command that is in it.</param>
    public void Reconcile(uint tick, in MotionState state, in MotionInput input, uint helmSequence)
    {
        pending.RemoveAll(order => order.Sequence <= helmSequence);
        bool wasReady = IsReady;
        var wasShown = wasReady ? PoseAt(shownTick) : default;
        LastError = wasReady && Recorded(tick) is { } predicted ? Distance(predicted, state) : 0;

        (known, knownInput, knownTick) = (state, input, tick);
        IsReady = true;
        Restart();
        if (!wasReady || !double.IsFinite(shownTick)) return;

        RunTo(shownTick);
        errorTick = double.NegativeInfinity;
        var now = PoseAt(shownTick);
        error = new(
            wasShown.X - now.X,
            wasShown.Y - now.Y,
            wasShown.Z - now.Z,
            Pose.TurnBetween(now.Heading, wasShown.Heading));
        double distance = Math.Sqrt((error.X * error.X) + (error.Y * error.Y) + (error.Z * error.Z));
        if (distance < SnapDistance && Math.Abs(error.Heading) < SnapAngle) errorTick = shownTick;
        else Snaps++;
    }

    /// <summary>The ship as it will be at a tick. Needs <see cref="IsReady"/>.</summary>
    /// <param name="tick">
    /// The tick in which the server will carry out an order given now, with its fraction. Ticks may not go back; at most
    /// <see cref="MaxTicksAhead"/> ticks are predicted, and beyond them the ship holds still.
    /// </param>
    public Pose Predict(double tick)
    {
        shownTick = Math.Max(shownTick, Math.Min(tick, knownTick + MaxTicksAhead));
        RunTo(shownTick);
        return PoseAt(shownTick);
    }

    /// <summary>The predicted motion at the end of the tick that is being shown: speed, turning speed, warp.</summary>
    public MotionState Current => after;

    /// <summary>Forgets everything, as after a lost connection.</summary>
    public void Reset()
    {
        pending.Clear();
        Array.Clear(history);
        IsReady = false;
        shownTick = errorTick = double.NegativeInfinity;
    }

    private void Restart()
    {
        before = after = known;
        afterTick = knownTick;
    }

    private void RunTo(double tick)
    {
        while (afterTick < tick)
        {
            before = after;
            afterTick++;
            var input = knownInput;
            foreach (var order in pending)
                if (order.Tick <= afterTick) order.ApplyTo(ref input);
            MotionStep.Advance(ref after, in input, in limits);
            history[afterTick % HistoryLength] = (afterTick, after);
        }
    }

    private Pose PoseAt(double tick)
    {
        var pose = tick >= afterTick
            ? PoseOf(after)
            : Pose.Between(PoseOf(before), PoseOf(after), Math.Max(0, tick - (afterTick - 1)));
        double left = 1 - ((tick - errorTick) / BlendTicks);
        return left is > 0 and <= 1
            ? new(
                pose.X + (error.X * left),
                pose.Y + (error.Y * left),
                pose.Z + (error.Z * left),
                Pose.WrapHeading(pose.Heading + (error.Heading * left)))
            : pose;
    }

    private MotionState? Recorded(uint tick)
    {
        var entry = history[tick % HistoryLength];
        return entry.Tick == tick ? entry.State : null;
    }

    private static Pose PoseOf(in MotionState state) => new(state.PosX, state.PosY, state.PosZ, state.Heading);

    private static double Distance(in MotionState a, in MotionState b)
    {
        double x = a.PosX - b.PosX, y = a.PosY - b.PosY, z = a.PosZ - b.PosZ;
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }
}
