using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Tests.Replication;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class FlightTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task A_helm_officer_flies_and_the_other_console_of_the_ship_sees_the_same_bytes()
    {
        await using var helm = await Crew.CreateAsync(Server, fixture.NewName("Sulu"));
        await using var science = await Crew.JoinAsync(Server, fixture.NewName("Spock"), helm.State.SessionId);
        await science.SelectAsync(0, Console.Science);
        var start = await helm.StartAsync();
        Assert.Equal(start.ShipId, (await science.ExpectStartAsync()).ShipId);

        await helm.CommandAsync(HelmSetImpulse.CommandId, new HelmSetImpulse { Impulse = 1 }.Encode);
        var flown = await FollowAsync(helm, replica => Ship(replica, start.ShipId).Velocity > 20);
        var seen = await FollowAsync(science, replica => Ship(replica, start.ShipId).Velocity > 20);

        Assert.True(flown.Replica.Head.HelmSequence >= 1);
        Assert.True(flown.Frames.Count > 5);
        foreach (var (tick, bytes) in seen.Frames)
        {
            if (flown.Frames.TryGetValue(tick, out var same))
                Assert.Equal(same, bytes);
        }

        Assert.NotEmpty(flown.Frames.Keys.Intersect(seen.Frames.Keys));
    }

    [Fact]
    public async Task A_command_from_the_wrong_console_is_refused_and_says_why()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Uhura"));
        await crew.StartAsync();

        await crew.CommandAsync(WeaponsSetShields.CommandId, new WeaponsSetShields { Up = true }.Encode);
        var refused = await ExpectRefusalAsync(crew);
        Assert.Equal(
            (WeaponsSetShields.CommandId, 1u, RefusalReason.WrongConsole), (refused.Subtype, refused.Sequence, refused.Reason));

        await crew.CommandAsync(0x7777, body => 0);
        Assert.Equal(RefusalReason.Unknown, (await ExpectRefusalAsync(crew)).Reason);

        await crew.CommandAsync(HelmSetWarp.CommandId, body =>
        {
            body[0] = 9;
            return 1;
        });
        Assert.Equal(RefusalReason.BadValue, (await ExpectRefusalAsync(crew)).Reason);

        crew.Game.RepeatSequence();
        await crew.CommandAsync(HelmSetImpulse.CommandId, new HelmSetImpulse { Impulse = 1 }.Encode);
        Assert.Equal(RefusalReason.Duplicate, (await ExpectRefusalAsync(crew)).Reason);
    }

    [Fact]
    public async Task Commands_in_the_lobby_are_refused()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Uhura"));

        await crew.CommandAsync(HelmSetImpulse.CommandId, new HelmSetImpulse { Impulse = 1 }.Encode);

        Assert.Equal(RefusalReason.NotRunning, (await ExpectRefusalAsync(crew)).Reason);
    }

    [Fact]
    public async Task The_server_answers_a_time_sync_and_asks_for_one()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Scotty"));
        var frame = new byte[64];
        var length = new TimeSync { Stamp = 123.5, Echo = 0 }.EncodeFrame(frame, Origin.Client);
        await crew.Game.SendBytesAsync(frame.AsMemory(0, length));

        var (asked, answered) = (false, false);
        while (!asked || !answered)
        {
            var answer = await crew.Game.ExpectAsync(TimeSync.PacketType);
            Assert.Equal(DecodeStatus.Ok, TimeSync.Decode(answer.Body.Span, out var sync));
            Assert.True(sync.Stamp > 0);
            answered |= sync.Echo == 123.5;
            asked |= sync.Echo == 0;
        }
    }

    [Fact]
    public async Task One_who_comes_late_boards_a_ship_under_way()
    {
        await using var helm = await Crew.CreateAsync(Server, fixture.NewName("Sulu"));
        var start = await helm.StartAsync();

        await using var late = await Crew.JoinAsync(Server, fixture.NewName("Chekov"), helm.State.SessionId);
        Assert.Equal(GameState.Running, late.State.GameState);
        Assert.Equal(0u, (await late.ExpectStartAsync()).ShipId);
        await late.SelectAsync(0, Console.Weapons);
        Assert.Equal(start.ShipId, (await late.ExpectStartAsync()).ShipId);

        var followed = await FollowAsync(late, replica => replica.Count > 5);
        Assert.Equal(1, followed.Replica.CountOf(ObjectType.ShipMotion));
    }

    [Fact]
    public async Task A_rejoined_console_goes_on_where_the_stream_is()
    {
        await using var helm = await Crew.CreateAsync(Server, fixture.NewName("Sulu"));
        await using var science = await Crew.JoinAsync(Server, fixture.NewName("Spock"), helm.State.SessionId);
        await science.SelectAsync(0, Console.Science);
        await helm.StartAsync();
        await FollowAsync(science, replica => replica.Count > 5);
        await science.Game.DisposeAsync();
        await science.RejoinAsync();

        var replica = new ClientReplica();
        replica.Apply(science.State.FullSnapshot.AsSpan(FrameHeader.Size));
        var first = replica.Head.Tick;
        var after = await FollowAsync(science, followed => followed.Count > 5, replica);
        var other = await FollowAsync(helm, followed => followed.Head.Tick >= after.Replica.Head.Tick);

        Assert.True(after.Replica.Head.Tick > first);
        // The one who never left has the same frames, bit for bit.
        foreach (var (tick, bytes) in after.Frames)
            Assert.Equal(other.Frames[tick], bytes);
    }

    private static async Task<(ClientReplica Replica, SortedDictionary<uint, byte[]> Frames)> FollowAsync(
        Crew crew, Func<ClientReplica, bool> until, ClientReplica? replica = null)
    {
        if (replica is null)
        {
            replica = new ClientReplica();
            if (crew.LastState.FullSnapshot.Length > 0)
                replica.Apply(crew.LastState.FullSnapshot.AsSpan(FrameHeader.Size));
        }

        var frames = new SortedDictionary<uint, byte[]>();
        while (!until(replica))
        {
            var frame = await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
            replica.Apply(frame.Body.Span);
            if ((replica.Head.Flags & UpdateFlags.Snapshot) == 0)
                frames[replica.Head.Tick] = frame.Body.ToArray();
        }

        return (replica, frames);
    }

    private static async Task<CommandRefused> ExpectRefusalAsync(Crew crew)
    {
        while (true)
        {
            var frame = await crew.Game.ExpectAsync(Events.PacketType);
            if (TryFindRefusal(frame.Body.Span, out var refused))
                return refused;
        }
    }

    private static bool TryFindRefusal(ReadOnlySpan<byte> body, out CommandRefused refused)
    {
        refused = default;
        var reader = new EventsReader(body);
        while (reader.NextEvent(out var type, out var bytes))
        {
            if (type == EventType.CommandRefused)
                return CommandRefused.Decode(bytes, out refused) == DecodeStatus.Ok;
        }

        return false;
    }

    private static PlayerShip Ship(ClientReplica replica, uint id) => replica.ShipOf(id);
}
