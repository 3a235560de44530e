using Artemis.ReferenceServer.Tests.EndToEnd;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Tests.Replay;

public sealed class RecordedGameTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_game_is_recorded_where_the_settings_say()
    {
        await using (var server = await StartAsync())
        {
            await using var crew = await Crew.CreateAsync(server, "Ada");
            await FlyAsync(crew);
            await server.StopAsync();
        }

        var recording = ReadOnly();
        Assert.Equal(RecordingEnd.Finished, recording.End);
        Assert.Equal("border-patrol", recording.ScenarioId);
        Verify(recording);
    }

    [Fact]
    public async Task A_game_that_is_killed_leaves_a_recording_that_can_be_read()
    {
        await using (var server = await StartAsync())
        {
            await using var crew = await Crew.CreateAsync(server, "Ada");
            await FlyAsync(crew);
            var file = Assert.Single(Directory.GetFiles(_directory.Path));
            while (await TryReadAsync(file) is not { Ticks: >= 40 })
                await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
            foreach (var pid in server.GamePids())
                ServerProcess.Signal(pid, ServerProcess.SigKill);
            await crew.Gateway.ExpectAsync(SessionLost.PacketType);
        }

        var recording = ReadOnly();
        Assert.Equal(RecordingEnd.BrokenOff, recording.End);
        Assert.True(recording.Ticks >= 40);
        Verify(recording);
    }

    [Fact]
    public async Task Old_recordings_give_way_to_new_ones()
    {
        foreach (var name in new[] { "20200101-a.artr", "20200102-b.artr", "20200103-c.artr", "notes.txt" })
            await File.WriteAllTextAsync(Path.Combine(_directory.Path, name), "", TestContext.Current.CancellationToken);
        await using (var server = await StartAsync(("ARTEMIS__Game__RecordKeep", "2")))
        {
            await using var crew = await Crew.CreateAsync(server, "Ada");
            await FlyAsync(crew);
        }

        var names = Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(3, names.Length);
        Assert.Equal("20200103-c.artr", names[0]);
        Assert.Equal("notes.txt", names[2]);
    }

    [Fact]
    public async Task A_recording_does_not_grow_beyond_its_bound()
    {
        await using (var server = await StartAsync(("ARTEMIS__Game__RecordBytes", "600")))
        {
            await using var crew = await Crew.CreateAsync(server, "Ada");
            await FlyAsync(crew);
            var file = Assert.Single(Directory.GetFiles(_directory.Path));
            while (await TryReadAsync(file) is not { End: RecordingEnd.Full })
                await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
        }

        Assert.InRange(new FileInfo(Directory.GetFiles(_directory.Path)[0]).Length, 600, 2000);
        Verify(ReadOnly());
    }

    private Task<ServerProcess> StartAsync(params (string Name, string Value)[] more)
    {
        var settings = more.ToDictionary(pair => pair.Name, pair => pair.Value);
        settings["ARTEMIS__Game__RecordTo"] = _directory.Path;
        return ServerProcess.StartAsync(settings: settings);
    }

    private static async Task FlyAsync(Crew crew)
    {
        await crew.StartAsync();
        await crew.CommandAsync(HelmSetImpulse.CommandId, body => new HelmSetImpulse { Impulse = 1 }.Encode(body));
        await crew.CommandAsync(HelmSetCourse.CommandId, body => new HelmSetCourse { Course = 2 }.Encode(body));
        for (var update = 0; update < 10; update++)
            await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
    }

    private Recording ReadOnly() => Recording.Read(File.ReadAllBytes(Assert.Single(Directory.GetFiles(_directory.Path))));

    // Null before anything was written.
    private static async Task<Recording?> TryReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        try
        {
            return Recording.Read(copy.ToArray());
        }
        catch (RecordingException)
        {
            return null;
        }
    }

    private static void Verify(Recording recording)
    {
        var replay = new GameReplay(recording, Scenario.Find, Balance.Default);
        while (replay.Step())
        {
        }

        Assert.Equal((uint)recording.Ticks, replay.Game.Tick);
        Assert.True(recording.Ticks > 0);
    }
}
