using Artemis.Client.Tests.Flights;
using Artemis.Protocol;

namespace Artemis.Client.Tests;

/// <summary>
/// Flights over a network of 120 ms ± 40 with a stall of 300 ms. What is shown is recorded; the TypeScript client replays the records to the
/// last bit, and docs/netcode.md shows them as pictures.
/// </summary>
public sealed class BadNetworkTests
{
    private const double FrameMs = 1000.0 / 60;

    [Fact]
    public void At_the_helm_a_flown_course_never_snaps_and_moves_in_every_frame()
    {
        var network = new BadNetwork(1);
        var record = new FlightRecord();
        var flight = new HelmFlight(latencyMs: 120) { ExtraMs = network.Jitter, Record = record };
        flight.Run(1000);
        flight.Order(new HelmSetImpulse { Impulse = 1 });
        flight.Run(1500);
        flight.Order(new HelmSetRudder { Rudder = 1 });
        flight.Run(1500);
        flight.StalledUntil = flight.Now + 300;
        flight.Order(new HelmSetRudder { Rudder = -1 });
        flight.Run(2500);
        flight.Order(new HelmSetCourse { Course = 1 });
        flight.Run(4000);

        Assert.Equal(0, flight.Predictor.Error.Snaps);
        var shown = record.Shown.Where(frame => frame.Now > 3000).ToArray();
        foreach (var (before, after) in shown.Zip(shown.Skip(1)))
        {
            // Top speed is 60 units a second; an error that is being worked off may add as much again.
            Assert.InRange(Distance(before.Shown, after.Shown), 0.01, 2 * 60 * FrameMs / 1000);
            Assert.InRange(Math.Abs(Pose.TurnBetween(before.Shown.Heading, after.Shown.Heading)), 0, 3 * Math.PI / 18 * FrameMs / 1000);
        }

        record.Check("helm");
    }

    [Fact]
    public void A_remote_ship_moves_without_freeze_or_jump()
    {
        var network = new BadNetwork(2);
        var record = new FlightRecord();
        var shown = Watch(network, record, silent: false);

        AssertSmooth(shown);
        record.Check("remote");
    }

    [Fact]
    public void So_does_one_of_which_only_its_turns_are_told()
    {
        var network = new BadNetwork(3);
        var record = new FlightRecord();
        var shown = Watch(network, record, silent: true);

        AssertSmooth(shown);
        record.Check("remote-course");
    }

    // A ship that flies straight, turns, and flies straight again, at 80 units a second.
    private static (double Now, Pose Shown, Pose Truth)[] Watch(BadNetwork network, FlightRecord record, bool silent)
    {
        const double speed = 80;
        var clock = new PlayoutClock(PlayoutOptions.Default);
        var track = new PoseTrack();
        var underWay = new Queue<(double Arrival, double Time, Pose? Pose, double Speed)>();
        var truth = new Pose(0, 0, 0, 0.5);
        double streamTime = 0, toldAt = double.NegativeInfinity, toldHeading = 0, started = 0, next = 0;
        for (double now = 0; now < 12_000; now += FrameMs)
        {
            while (next <= now)
            {
                bool turns = next is > 3000 and < 6000;
                truth = new(
                    truth.X + (Math.Sin(truth.Heading) * speed / 10),
                    0,
                    truth.Z + (Math.Cos(truth.Heading) * speed / 10),
                    truth.Heading + (turns ? 0.03 : 0));
                bool isTold = !silent || truth.Heading != toldHeading || next - toldAt >= 1000;
                if (isTold) (toldAt, toldHeading) = (next, truth.Heading);
                network.StalledUntil = next >= 8000 && next < 8300 ? 8300 : 0;
                underWay.Enqueue((network.Arrival(next), next, isTold ? truth : null, silent ? speed : 0));
                next += 100;
            }

            while (underWay.TryPeek(out var update) && update.Arrival <= now)
            {
                underWay.Dequeue();
                streamTime = update.Time;
                record.Update(now, update.Time);
                clock.Update(update.Time, now);
                if (update.Pose is not { } pose) continue;
                if (started == 0) started = now;
                record.Push(update.Time, in pose, update.Speed);
                track.Push(update.Time, in pose, 100, update.Speed);
            }

            if (started > 0) record.Show(now, track.Sample(clock.Time(now), streamTime), in truth);
        }

        return [.. record.Shown.Where(frame => frame.Now > started + 1000)];
    }

    private static void AssertSmooth((double Now, Pose Shown, Pose Truth)[] shown)
    {
        int still = 0;
        foreach (var (before, after) in shown.Zip(shown.Skip(1)))
        {
            double step = Distance(before.Shown, after.Shown);
            // 80 units a second. Time is slewed by at most a tenth, and carrying on may have to be made good.
            Assert.InRange(step, 0, 2.5 * 80 * FrameMs / 1000);
            still = step < 0.2 * 80 * FrameMs / 1000 ? still + 1 : 0;
            // 300 ms without news are more than delay and carrying on bridge; what is left is shorter than an eye blinks.
            Assert.InRange(still, 0, 6);
        }
    }

    private static double Distance(in Pose a, in Pose b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Z - b.Z) * (a.Z - b.Z)));
}
