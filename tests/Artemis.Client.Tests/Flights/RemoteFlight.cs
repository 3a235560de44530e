using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client.Tests.Flights;

/// <summary>
/// What a console shows of ships that fly around its own: a server's updates, as they go over the wire, come over a bad network to a
/// world and its scene.
/// </summary>
/// <param name="seed">Chance in the network.</param>
/// <param name="stallAt">When nothing comes through for 300 ms, in ms.</param>
/// <param name="jitters">Whether ways are longer and shorter by 40 ms.</param>
internal sealed class RemoteFlight(uint seed, double stallAt, bool jitters = true)
{
    public const double FrameMs = 1000.0 / 60;
    public const double StallMs = 300;
    private const double DurationMs = 12_000;
    private const double NearBorder = 10_500;

    // Every manoeuvre that stands for a kind is under way while the stream stalls.
    private static double Weave(double time) => 0.25 * Math.Sin(time / 800);

    private readonly BadNetwork network = new(seed);
    private readonly Queue<(double Arrival, byte[] Body)> underWay = new();
    private readonly byte[] buffer = new byte[4096];
    private readonly World world = new();
    private readonly Contact[] contacts =
    [
        new(1, "The own ship, as all consoles but the helm see it", 60) { Truth = new(0, 0, 0, 1), TurnRate = Weave, Rate = Rate.Own },
        new(2, "A ship close by, of which only what changes is told", 80)
        {
            Truth = new(2000, 0, 1000, 0.5),
            TurnRate = time => time is > 3000 and < 6000 ? 0.3 : Math.Abs(time - stallAt) < 600 ? -0.3 : 0,
            Rate = Rate.Near,
        },
        new(3, "A ship close by that flies straight", 45) { Truth = new(-3000, 0, 2000, 4), Rate = Rate.Near },
        new(4, "A ship at mid range, told twice a second", 80) { Truth = new(9000, 0, 9000, 3), TurnRate = Weave, Rate = Rate.Mid },
        new(5, "A ship far off, told once a second", 80) { Truth = new(-20_000, 0, 20_000, 2), TurnRate = time => Weave(time) / 2, Rate = Rate.Far },
        new(6, "A torpedo", 250) { Truth = new(500, 0, 500, 0), TurnRate = time => Weave(time) / 2, Rate = Rate.Torpedo },
        new(7, "A ship that goes from close by to mid range", 300) { Truth = new(0, 0, 8700, 0), Rate = Rate.Near },
    ];

    /// <summary>Takes down what goes in and out of the scene.</summary>
    public FlightRecord? Record { get; init; }

    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>What was shown of each contact, frame by frame.</summary>
    public Dictionary<uint, List<(double Now, Pose Pose)>> Shown { get; } = [];

    public void Run()
    {
        var scene = new Scene(world, PlayoutOptions.Default) { OwnShipId = 1 };
        foreach (var contact in contacts) Shown[contact.Id] = [];
        uint tick = 0;
        for (double now = 0; now < DurationMs; now += FrameMs)
        {
            for (; tick * 50 <= now; tick++) Tick(tick);
            while (underWay.TryPeek(out var update) && update.Arrival <= now)
            {
                underWay.Dequeue();
                Record?.Update(now, update.Body);
                var reader = new ObjectUpdateReader(update.Body);
                Assert.Equal(DecodeStatus.Ok, world.Apply(ref reader, scene));
                scene.Clock.Update(world.Time, now);
            }

            scene.Advance(now);
            // All are told of in the course of the first second.
            Pose[] poses = scene.Items.Count < contacts.Length ? [] : [.. contacts.Select(contact => scene.Items[contact.Id].Pose)];
            Record?.Show(now, poses);
            foreach (var (contact, pose) in contacts.Zip(poses)) Shown[contact.Id].Add((now, pose));
        }
    }

    private void Tick(uint tick)
    {
        double time = tick * 50;
        foreach (var contact in contacts) contact.Fly(time);
        var goesAway = contacts[^1];
        if (goesAway.Truth.Z - contacts[0].Truth.Z > NearBorder) goesAway.Rate = Rate.Mid;

        var head = new ObjectUpdate { Tick = tick, Time = (uint)time };
        var writer = new ObjectUpdateWriter(buffer, in head);
        bool isTold = false;
        foreach (var contact in contacts) isTold |= contact.Tell(ref writer, tick);
        int length = writer.Finish();
        if (tick % 2 == 0) Record?.Truth(time, [.. contacts.Select(contact => contact.Truth)]);
        if (tick % 2 != 0 && !isTold) return;

        network.StalledUntil = time >= stallAt && time < stallAt + StallMs ? stallAt + StallMs : 0;
        underWay.Enqueue((network.Arrival(time, jitters), buffer[FrameHeader.Size..length]));
    }
}
