using Artemis.Motion;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client.Tests.Flights;

/// <summary>A server that hears orders late and tells its states on the protocol's grid, and a helm that hears them late.</summary>
/// <param name="latencyMs">Round trip.</param>
internal sealed class HelmFlight(double latencyMs)
{
    private const double FrameMs = 1000.0 / 60;
    private static readonly MotionLimits Limits = new(ArtemisConstants.WorldLimit, ArtemisConstants.SpeedLimit);
    private readonly Queue<(double Arrival, uint Sequence, HelmOrder Order)> toServer = new();
    private readonly Queue<(double Arrival, uint Tick, PlayerShip Ship, ShipMotion Motion, uint Sequence)> toClient = new();
    private MotionState state;
    private MotionInput input = new() { TopSpeed = 60, TopTurnRate = Math.PI / 18, WarpEffect = 1, WarpCeiling = 4, Impulse = 0.5 };
    private double now = 1000;
    private uint tick = 20;
    private uint sequence;
    private uint heard;

    public HelmPredictor Predictor { get; } = new();

    /// <summary>What the helm sees.</summary>
    public Pose Shown { get; private set; }

    public double WorstError { get; private set; }

    /// <summary>The time, in ms; the clocks of both sides agree.</summary>
    public double Now => now;

    /// <summary>What is added to the way of what is sent now, either way; less than nothing is not.</summary>
    public Func<double> ExtraMs { get; set; } = () => 0;

    /// <summary>Until when nothing that is sent now arrives, in ms.</summary>
    public double StalledUntil { get; set; }

    /// <summary>Where the ship really is.</summary>
    public Pose Truth => new(state.PosX, state.PosY, state.PosZ, state.Heading);

    /// <summary>Takes down what goes in and out of the predictor.</summary>
    public FlightRecord? Record { get; set; }

    public void Order<T>(in T command)
        where T : struct, ICommand
    {
        sequence++;
        Assert.True(HelmOrder.TryFrom(in command, out var order));
        Predictor.Ordered(sequence, in command, now + (latencyMs / 2));
        Record?.Order(sequence, T.Id, order.Value, now + (latencyMs / 2));
        toServer.Enqueue((ArrivalAfter(toServer.Count == 0 ? 0 : toServer.Last().Arrival), sequence, order));
    }

    public void OrderAtRandom(Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                Order(new HelmSetImpulse { Impulse = (float)random.NextDouble() });
                break;
            case 1:
                Order(new HelmSetRudder { Rudder = (float)((random.NextDouble() * 2) - 1) });
                break;
            case 2:
                Order(new HelmSetCourse { Course = (float)(random.NextDouble() * Math.Tau) });
                break;
            case 3:
                Order(new HelmSetWarp { Factor = (byte)random.Next(2) });
                break;
            case 4:
                Order(new HelmSetReverse { Reverse = random.Next(4) == 0 });
                break;
            default:
                Order(new HelmSetClimb { Climb = (float)((random.NextDouble() * 2) - 1) });
                break;
        }
    }

    /// <summary>Lets time pass, frame by frame.</summary>
    public void Run(double milliseconds)
    {
        for (double until = now + milliseconds; now < until; now += FrameMs)
        {
            while (tick * 50 <= now) Tick();
            while (toClient.TryPeek(out var update) && update.Arrival <= now)
            {
                toClient.Dequeue();
                Predictor.Reconcile(update.Tick, in update.Ship, in update.Motion, update.Sequence);
                Record?.State(update.Tick, in update.Ship, in update.Motion, update.Sequence);
                WorstError = Math.Max(WorstError, Predictor.Error.Distance);
            }

            if (!Predictor.IsReady) continue;
            Shown = Predictor.Sample(now, now + (latencyMs / 2));
            Record?.Sample(now, now + (latencyMs / 2), Shown, Truth);
        }
    }

    private void Tick()
    {
        double at = tick * 50;
        while (toServer.TryPeek(out var order) && order.Arrival <= at)
        {
            toServer.Dequeue();
            order.Order.ApplyTo(ref input);
            heard = order.Sequence;
        }

        MotionStep.Advance(ref state, in input, in Limits);
        tick++;
        if (tick % 2 == 0) toClient.Enqueue((ArrivalAfter(toClient.Count == 0 ? 0 : toClient.Last().Arrival), tick, Ship(), Motion(), heard));
    }

    // Messages do not overtake each other.
    private double ArrivalAfter(double last) => Math.Max(Math.Max(last, StalledUntil), now + Math.Max(0, (latencyMs / 2) + ExtraMs()));

    // As the wire has it: the server keeps more than it tells.
    private PlayerShip Ship()
    {
        var ship = new PlayerShip
        {
            PosX = (float)state.PosX,
            PosY = (float)state.PosY,
            PosZ = (float)state.PosZ,
            Heading = (float)state.Heading,
            Velocity = (float)state.Velocity,
            Impulse = (float)input.Impulse,
            WarpFactor = (byte)input.WarpFactor,
            Reverse = input.Reverse,
        };
        ship.Quantize(out var wire);
        wire.Dequantize(out ship);
        return ship;
    }

    private ShipMotion Motion()
    {
        var motion = new ShipMotion
        {
            Steering = (Protocol.SteeringMode)input.Steering,
            Rudder = (float)input.Rudder,
            Course = (float)input.Course,
            Climb = (float)input.Climb,
            TurnRate = (float)state.TurnRate,
            ClimbVelocity = (float)state.ClimbVelocity,
            Warp = (float)state.Warp,
            TopSpeed = (float)input.TopSpeed,
            TopTurnRate = (float)input.TopTurnRate,
            WarpEffect = (float)input.WarpEffect,
            WarpCeiling = (byte)input.WarpCeiling,
        };
        motion.Quantize(out var wire);
        wire.Dequantize(out motion);
        return motion;
    }
}
