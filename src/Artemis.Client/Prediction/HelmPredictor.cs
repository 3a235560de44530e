using Artemis.Motion;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>How far the prediction was off when the last state came.</summary>
/// <param name="Distance">Units.</param>
/// <param name="Heading">Radians.</param>
/// <param name="Snaps">How often an error was too great to be blended.</param>
public readonly record struct PredictionError(double Distance, double Heading, int Snaps);

/// <summary>
/// Predicts the own ship at the helm: shows at once what an order will do, by running the server's own motion step ahead of the newest
/// state, with the orders that it does not include yet.
/// </summary>
/// <remarks>
/// When a state comes, the prediction begins again from it. What was shown and what is now predicted differ a little; a difference under 50
/// units and 0.1 radians is worked off over 100 ms, a greater one shown at once. Pure: the caller owns clock and network.
/// </remarks>
public sealed class HelmPredictor
{
    private const double TickMs = 50;

    // A second ahead: ten states, one per broadcast, and the steps between them.
    private const int MostAhead = 20;

    // An order that the server does not speak of for so many ticks did not reach it.
    private const int LostAfter = 40;
    private const double BlendMs = 100;
    private const double SnapUnits = 50;
    private const double SnapRadians = 0.1;
    private static readonly MotionLimits Limits = new(ArtemisConstants.WorldLimit, ArtemisConstants.SpeedLimit);

    private readonly MotionState[] states = new MotionState[MostAhead + 1];
    private readonly List<(uint Sequence, double Tick, HelmOrder Order)> orders = [];
    private MotionState baseState;
    private MotionInput baseInput;
    private long baseTick;
    private int predicted;
    private double? time;
    private double lastNow;
    private Pose offset;
    private double offsetAt = double.NegativeInfinity;

    /// <summary>How far the prediction was off when the last state came.</summary>
    public PredictionError Error { get; private set; }

    /// <summary>Whether there is a state to predict from.</summary>
    public bool IsReady => predicted > 0 || baseTick > 0;

    /// <summary>Orders that no state includes yet.</summary>
    public int PendingOrders => orders.Count;

    /// <summary>An order was sent.</summary>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="command">The command; those that do not move the ship are of no interest.</param>
    /// <param name="arrival">Server time at which it will arrive, in ms.</param>
    /// <typeparam name="T">Which command.</typeparam>
    public void Ordered<T>(uint sequence, in T command, double arrival)
        where T : struct, ICommand
    {
        if (!HelmOrder.TryFrom(in command, out var order)) return;
        orders.Add((sequence, Math.Ceiling(arrival / TickMs), order));
        Predict();
    }

    /// <summary>An order was not carried out.</summary>
    public void Refused(uint sequence) => orders.RemoveAll(order => order.Sequence == sequence);

    /// <summary>A state of the own ship came.</summary>
    /// <param name="tick">The tick that it is of.</param>
    /// <param name="ship">The ship.</param>
    /// <param name="motion">How it is steered.</param>
    /// <param name="helmSequence">Sequence of the last helm order that it includes.</param>
    public void Reconcile(uint tick, in PlayerShip ship, in ShipMotion motion, uint helmSequence)
    {
        long ahead = tick - baseTick;
        var shown = time is { } shownTime ? At(shownTime) : (Pose?)null;
        if (baseTick > 0 && ahead > 0 && ahead <= predicted)
        {
            ref readonly var known = ref states[ahead];
            double distance = Length(known.PosX - ship.PosX, known.PosY - ship.PosY, known.PosZ - ship.PosZ);
            Error = new(distance, Math.Abs(Pose.TurnBetween(ship.Heading, known.Heading)), Error.Snaps);
        }

        baseState = StateOf(in ship, in motion);
        baseInput = InputOf(in ship, in motion);
        baseTick = tick;
        orders.RemoveAll(order => order.Sequence <= helmSequence || order.Tick <= tick - (double)LostAfter);
        Predict();
        if (shown is { } before) Blend(in before);
    }

    /// <summary>The pose to show. Needs <see cref="IsReady"/>.</summary>
    /// <param name="now">Client clock, in ms.</param>
    /// <param name="arrival">Server time at which an order that is sent now would arrive, in ms.</param>
    public Pose Sample(double now, double arrival)
    {
        AdvanceTime(now, arrival);
        var pose = At(time!.Value);
        double left = 1 - ((now - offsetAt) / BlendMs);
        double share = left is > 0 and <= 1 ? left : 0;
        return new(
            pose.X + (offset.X * share),
            pose.Y + (offset.Y * share),
            pose.Z + (offset.Z * share),
            Pose.WrapHeading(pose.Heading + (offset.Heading * share)));
    }

    /// <summary>Forgets all, as after a lost connection.</summary>
    public void Reset()
    {
        baseTick = predicted = 0;
        orders.Clear();
        time = null;
        offsetAt = double.NegativeInfinity;
        Error = default;
    }

    // Follows the estimate of the server's clock without passing on its corrections as jumps.
    private void AdvanceTime(double now, double wanted)
    {
        if (time is not { } current || Math.Abs(wanted - current) > 500)
        {
            time = wanted;
        }
        else
        {
            double passed = Math.Max(0, now - lastNow);
            double change = wanted - current - passed;
            time = current + (passed + Math.Max(-passed * 0.1, Math.Min(passed * 0.1, change)));
        }

        lastNow = now;
        Predict();
    }

    private void Predict()
    {
        double until = time is { } current ? Math.Ceiling(current / TickMs) + 1 - baseTick : 1;
        int count = (int)Math.Max(1, Math.Min(MostAhead, until));
        var input = baseInput;
        states[0] = baseState;
        int next = 0;
        for (int ahead = 1; ahead <= count; ahead++)
        {
            while (next < orders.Count && orders[next].Tick <= baseTick + ahead) orders[next++].Order.ApplyTo(ref input);
            states[ahead] = states[ahead - 1];
            MotionStep.Advance(ref states[ahead], in input, in Limits);
        }

        predicted = count;
    }

    private Pose At(double at)
    {
        double place = Math.Max(0, Math.Min(predicted, (at / TickMs) - baseTick));
        int index = (int)Math.Min(predicted - 1, Math.Floor(place));
        return Pose.Between(PoseOf(in states[index]), PoseOf(in states[index + 1]), place - index);
    }

    private void Blend(in Pose shown)
    {
        double left = Math.Max(0, Math.Min(1, 1 - ((lastNow - offsetAt) / BlendMs)));
        var pose = At(time!.Value);
        offset = new(
            shown.X + (offset.X * left) - pose.X,
            shown.Y + (offset.Y * left) - pose.Y,
            shown.Z + (offset.Z * left) - pose.Z,
            Pose.TurnBetween(pose.Heading, shown.Heading + (offset.Heading * left)));
        bool tooFar = Length(offset.X, offset.Y, offset.Z) >= SnapUnits || Math.Abs(offset.Heading) >= SnapRadians;
        if (tooFar) Error = Error with { Snaps = Error.Snaps + 1 };
        offsetAt = tooFar ? double.NegativeInfinity : lastNow;
    }

    private static Pose PoseOf(in MotionState state) => new(state.PosX, state.PosY, state.PosZ, state.Heading);

    private static double Length(double x, double y, double z) => Math.Sqrt((x * x) + (y * y) + (z * z));

    private static MotionState StateOf(in PlayerShip ship, in ShipMotion motion) => new()
    {
        PosX = ship.PosX,
        PosY = ship.PosY,
        PosZ = ship.PosZ,
        Heading = ship.Heading,
        Velocity = ship.Velocity,
        TurnRate = motion.TurnRate,
        ClimbVelocity = motion.ClimbVelocity,
        Warp = motion.Warp,
    };

    private static MotionInput InputOf(in PlayerShip ship, in ShipMotion motion) => new()
    {
        Steering = (Motion.SteeringMode)motion.Steering,
        Rudder = motion.Rudder,
        Course = motion.Course,
        Impulse = ship.Impulse,
        Reverse = ship.Reverse,
        Climb = motion.Climb,
        WarpFactor = ship.WarpFactor,
        WarpCeiling = motion.WarpCeiling,
        WarpEffect = motion.WarpEffect,
        TopSpeed = motion.TopSpeed,
        TopTurnRate = motion.TopTurnRate,
        DriftX = motion.DriftX,
        DriftZ = motion.DriftZ,
        Docked = ship.Docked,
    };
}
