using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client.Tests;

public sealed class SceneTests
{
    private const uint Rock = 5;
    private readonly World world = new();
    private readonly Scene scene;

    public SceneTests() => scene = new Scene(world, PlayoutOptions.Default);

    [Fact]
    public void What_is_removed_is_shown_until_the_shown_moment_reaches_its_end()
    {
        Hear(tick: 2, there: true);
        Hear(tick: 4, removed: true);
        scene.Advance(200);
        Assert.Contains(Rock, scene.Items.Keys);

        Hear(tick: 6);
        Hear(tick: 8);
        scene.Advance(400);
        Assert.Empty(scene.Items);
    }

    [Fact]
    public void What_comes_back_before_its_end_was_shown_stays()
    {
        Hear(tick: 2, there: true);
        scene.Advance(100);
        Hear(tick: 4, removed: true);
        Hear(tick: 6, there: true);
        for (uint tick = 8; tick <= 40; tick += 2)
        {
            Hear(tick);
            scene.Advance(tick * 50);
        }

        Assert.Contains(Rock, scene.Items.Keys);
    }

    // Each update comes in its own moment.
    private void Hear(uint tick, bool there = false, bool removed = false)
    {
        var body = new byte[256];
        var head = new ObjectUpdate { Tick = tick, Time = tick * 50 };
        var writer = new ObjectUpdateWriter(body, in head, ArtemisProtocol.Version);
        new Asteroid { PosX = 100 }.Quantize(out var rock);
        if (there) Assert.True(writer.TryAdd(Rock, in rock, Asteroid.AllFields));
        if (removed) Assert.True(writer.TryAddRemoved(new Removal { Id = Rock, Reason = RemovalReason.Left }));
        int length = writer.Finish();
        var reader = new ObjectUpdateReader(body.AsSpan(FrameHeader.Size, length - FrameHeader.Size));
        Assert.Equal(DecodeStatus.Ok, world.Apply(ref reader, scene));
        scene.Clock.Update(world.Time, tick * 50);
    }
}
