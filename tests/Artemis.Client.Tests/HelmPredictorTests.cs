using Artemis.Motion;

namespace Artemis.Client.Tests;

public sealed class HelmPredictorTests
{
    private static readonly MotionLimits Limits = new(100_000, 8_000);

    private static MotionInput Cruiser => new()
    {
        TopSpeed = 60,
        TopTurnRate = Math.PI / 18,
        WarpEffect = 1,
        WarpCeiling = 4,
        Impulse = 0.5,
    };

    [Fact]
    public void Without_orders_it_shows_the_servers_future_to_the_last_bit()
    {
        var server = default(MotionState);
        var input = Cruiser;
        var predictor = new HelmPredictor(Limits);
        predictor.Reconcile(0, server, input, 0);
        for (int tick = 1; tick <= HelmPredictor.MaxTicksAhead; tick++)
        {
            MotionStep.Advance(ref server, in input, in Limits);
            Assert.Equal(new Pose(server.PosX, server.PosY, server.PosZ, server.Heading), predictor.Predict(tick));
        }
    }

    [Fact]
    public void An_order_shows_at_once_and_the_servers_confirmation_changes_nothing()
    {
        var game = new DelayedHelm(Limits, Cruiser, delayTicks: 6);
        game.Run(20);
        game.Order(HelmOrderKind.Rudder, 1);
        game.Order(HelmOrderKind.Impulse, 1);
        double heading = game.Run(4).Heading;
        Assert.True(heading > 0, "The order shows before the server can have heard it.");
        game.Run(100);
        Assert.Equal(0, game.Predictor.Snaps);
        Assert.Equal(0, game.Predictor.PendingOrders);
        Assert.Equal(0, game.WorstError);
    }

    [Fact]
    public void A_course_of_many_orders_over_a_slow_network_never_snaps()
    {
        var game = new DelayedHelm(Limits, Cruiser, delayTicks: 8);
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            var kind = (HelmOrderKind)random.Next(6);
            double value = kind switch
            {
                HelmOrderKind.Course => random.NextDouble() * Math.Tau,
                HelmOrderKind.Warp => random.Next(3),
                HelmOrderKind.Reverse => random.Next(2),
                _ => random.NextDouble(),
            };
            game.Order(kind, value);
            game.Run(random.Next(1, 20));
        }

        Assert.Equal(0, game.Predictor.Snaps);
        Assert.Equal(0, game.WorstError);
    }

    [Fact]
    public void A_small_error_is_worked_off_over_two_ticks_and_a_large_one_at_once()
    {
        var still = Cruiser with { Impulse = 0 };
        var predictor = new HelmPredictor(Limits);
        predictor.Reconcile(10, default, still, 0);
        predictor.Predict(12);
        predictor.Reconcile(12, new MotionState { PosX = 30 }, still, 0);
        Assert.Equal(0, predictor.Predict(12).X, 9);
        Assert.Equal(15, predictor.Predict(13).X, 9);
        Assert.Equal(30, predictor.Predict(14).X, 9);
        Assert.Equal(30, predictor.LastError, 9);

        predictor.Reconcile(14, new MotionState { PosX = 130 }, still, 0);
        Assert.Equal(130, predictor.Predict(14).X, 9);
        Assert.Equal(1, predictor.Snaps);
    }

    /// <summary>A server that hears orders late, and a client that hears the server late.</summary>
    private sealed class DelayedHelm(MotionLimits limits, MotionInput input, int delayTicks)
    {
        private readonly Queue<(uint Tick, MotionState State, MotionInput Input, uint Sequence)> onTheWay = new();
        private readonly List<HelmOrder> orders = [];
        private MotionState state;
        private uint tick;
        private uint sequence;
        private uint heard;

        public HelmPredictor Predictor { get; } = new(limits);

        public double WorstError { get; private set; }

        // Given now, an order reaches the server when the client's predicted tick comes.
        public void Order(HelmOrderKind kind, double value)
        {
            var order = new HelmOrder(++sequence, tick + delayTicks + 1, kind, value);
            orders.Add(order);
            Predictor.Order(order);
        }

        public Pose Run(int ticks)
        {
            var pose = default(Pose);
            for (int i = 0; i < ticks; i++)
            {
                tick++;
                foreach (var order in orders)
                {
                    if (order.Tick > tick || order.Sequence <= heard) continue;
                    order.ApplyTo(ref input);
                    heard = order.Sequence;
                }

                MotionStep.Advance(ref state, in input, in limits);
                if (tick % 2 == 0) onTheWay.Enqueue((tick, state, input, heard));
                if (onTheWay.Count > delayTicks / 2)
                {
                    var update = onTheWay.Dequeue();
                    Predictor.Reconcile(update.Tick, update.State, update.Input, update.Sequence);
                    WorstError = Math.Max(WorstError, Predictor.LastError);
                }

                if (Predictor.IsReady) pose = Predictor.Predict(tick + delayTicks);
            }

            return pose;
        }
    }
}
