using Artemis.Client.Tests.Flights;
using Artemis.Protocol;

namespace Artemis.Client.Tests;

public sealed class HelmPredictorTests
{
    [Fact]
    public void An_order_shows_at_once_and_the_servers_confirmation_changes_nothing()
    {
        var flight = new HelmFlight(latencyMs: 300);
        flight.Run(1000);
        var before = flight.Shown;
        flight.Order(new HelmSetRudder { Rudder = 1 });
        flight.Run(200);
        Assert.True(flight.Shown.Heading > before.Heading, "The order shows before the server can have answered.");

        flight.Run(5000);
        Assert.Equal(0, flight.Predictor.Error.Snaps);
        Assert.Equal(0, flight.Predictor.PendingOrders);
        Assert.InRange(flight.WorstError, 0, 0.5);
    }

    [Fact]
    public void A_course_of_many_orders_over_a_slow_network_never_snaps()
    {
        var flight = new HelmFlight(latencyMs: 400);
        var random = new Random(7);
        for (int i = 0; i < 100; i++)
        {
            flight.OrderAtRandom(random);
            flight.Run(random.Next(50, 1000));
        }

        Assert.Equal(0, flight.Predictor.Error.Snaps);
    }

    [Fact]
    public void A_small_error_is_worked_off_over_100_ms_and_a_large_one_at_once()
    {
        var predictor = new HelmPredictor();
        predictor.Reconcile(10, default, default, 0);
        predictor.Sample(600, 600);
        predictor.Reconcile(12, new PlayerShip { PosX = 30 }, default, 0);
        Assert.Equal(0, predictor.Sample(600, 600).X, 9);
        Assert.Equal(15, predictor.Sample(650, 650).X, 9);
        Assert.Equal(30, predictor.Sample(700, 700).X, 9);
        Assert.Equal(30, predictor.Error.Distance, 9);

        predictor.Reconcile(14, new PlayerShip { PosX = 130 }, default, 0);
        Assert.Equal(130, predictor.Sample(700, 700).X, 9);
        Assert.Equal(1, predictor.Error.Snaps);
    }

    [Fact]
    public void What_was_refused_is_not_shown()
    {
        var predictor = new HelmPredictor();
        var ship = new PlayerShip { PosX = 5 };
        var motion = new ShipMotion { TopSpeed = 60, TopTurnRate = 0.2f };
        predictor.Reconcile(10, in ship, in motion, 0);
        predictor.Ordered(1, new HelmSetImpulse { Impulse = 1 }, 510);
        predictor.Refused(1);
        Assert.Equal(0, predictor.Sample(1000, 1000).Z);
    }
}
