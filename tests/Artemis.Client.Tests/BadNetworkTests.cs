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
    public void At_the_helm_a_flown_course_never_snaps_and_moves_evenly()
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
        var shown = record.Shown.Where(frame => frame.Now > 1500).ToArray();
        double speed = Distance(shown[0].Shown, shown[1].Shown) / FrameMs * 1000;
        foreach (var (before, after) in shown.Zip(shown.Skip(1)))
        {
            // Full ahead is 60 units a second, and takes five to reach: no frame is a tenth of it slower or faster than the one before.
            double next = Distance(before.Shown, after.Shown) / FrameMs * 1000;
            Assert.InRange(next, speed - 6, speed + 6);
            Assert.InRange(Math.Abs(Pose.TurnBetween(before.Shown.Heading, after.Shown.Heading)), 0, 1.5 * Math.PI / 18 * FrameMs / 1000);
            speed = next;
        }

        Assert.InRange(speed, 54, 66);
        record.Check("helm");
    }

    [Fact]
    public void What_others_fly_moves_without_freeze_or_jump()
    {
        var record = new FlightRecord();
        var flight = new RemoteFlight(seed: 2, stallAt: 8000) { Record = record };
        record.Names(flight.Contacts);
        flight.Run();

        AssertSmooth(flight, stallAt: 8000);
        record.Check("remote");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void So_it_does_whatever_chance_brings_and_whenever_the_stream_stalls(bool jitters)
    {
        for (uint seed = 10; seed < 60; seed++)
        {
            double stallAt = 8000 + (seed * 37 % 1000);
            var flight = new RemoteFlight(seed, stallAt, jitters);
            flight.Run();
            AssertSmooth(flight, stallAt);
        }
    }

    // What really flies at a constant speed is shown at one between 40 and 170 % of it while the stream stalls and while its rate changes
    // with its distance; else within an eighth. Nothing turns by more than a degree in a frame.
    private static void AssertSmooth(RemoteFlight flight, double stallAt)
    {
        foreach (var contact in flight.Contacts)
        {
            var shown = flight.Shown[contact.Id].Where(frame => frame.Now > 2500).ToArray();
            bool changesRate = contact.Id == 7;
            foreach (var (before, after) in shown.Zip(shown.Skip(1)))
            {
                bool stalls = after.Now > stallAt && after.Now < stallAt + RemoteFlight.StallMs + 100;
                double share = Distance(before.Pose, after.Pose) / (contact.Speed * FrameMs / 1000);
                double turn = Math.Abs(Pose.TurnBetween(before.Pose.Heading, after.Pose.Heading));
                string where = $"{contact.Name} at {after.Now:0} ms";
                if (stalls || changesRate) Assert.True(share is > 0.4 and < 1.7, $"{where} is shown at {share:0.00} of its speed.");
                else Assert.True(share is > 0.875 and < 1.125, $"{where} is shown at {share:0.00} of its speed.");
                Assert.True(turn < Math.PI / 180, $"{where} turns by {turn} radians in a frame.");
            }

            // Nor does it stay behind: what is shown in the end was true half a second ago at most, and one interval more if told seldom.
            double behind = contact.Rate switch { Rate.Mid => 0.9, Rate.Far => 1.4, _ => 0.5 };
            Assert.InRange(Distance(shown[^1].Pose, contact.Truth), 0, behind * contact.Speed);
        }
    }

    private static double Distance(in Pose a, in Pose b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Z - b.Z) * (a.Z - b.Z)));
}
