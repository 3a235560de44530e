using System.Buffers;
using System.Buffers.Binary;
using Xunit;

namespace Artemis.Simulation.Tests;

public class RecordingTests
{
    private const int BlockTicks = 50;
    private static readonly byte[] Sample = Record(11, 1500, RecordingEnd.Finished);

    [Fact]
    public void A_recorded_game_plays_again_with_the_same_hash_at_every_tick()
    {
        var replay = Replay(Sample);
        Assert.Equal(1500, replay.Recording.Ticks);
        Assert.Equal(TimeSpan.FromSeconds(75), replay.Recording.Duration);
        Assert.Equal(RecordingEnd.Finished, replay.Recording.End);
        Assert.Equal("siege", replay.Recording.ScenarioId);
        Assert.Equal("Ünal", replay.Recording.Ships[0].Name);
        int ticks = 0;
        while (replay.Step()) ticks++;
        Assert.Equal(1500, ticks);
        Assert.True(replay.IsAtEnd);
    }

    [Fact]
    public void Recording_twice_gives_the_same_bytes() =>
        Assert.Equal(Sample, Record(11, 1500, RecordingEnd.Finished));

    [Fact]
    public void Every_damaged_byte_is_found_and_the_error_says_where()
    {
        for (int offset = 0; offset < Sample.Length; offset += 997)
        {
            byte[] damaged = [.. Sample];
            damaged[offset] ^= 0x40;
            try
            {
                // A length that grew looks like a recording that was broken off.
                Assert.Equal(RecordingEnd.BrokenOff, Recording.Read(damaged).End);
            }
            catch (RecordingException error) when (offset >= RecordingFormat.PreambleSize)
            {
                var place = System.Text.RegularExpressions.Regex.Match(error.Message, "between byte ([0-9]+) and byte ([0-9]+)");
                Assert.True(place.Success, error.Message);
                Assert.InRange(offset, int.Parse(place.Groups[1].Value, null), int.Parse(place.Groups[2].Value, null));
            }
            catch (RecordingException)
            {
                // The first bytes say what it is.
            }
        }
    }

    [Fact]
    public void A_recording_that_was_broken_off_plays_as_far_as_it_goes()
    {
        for (int length = Sample.Length - 1; length > Sample.Length - 4000; length -= 301)
        {
            var replay = Replay(Sample[..length]);
            Assert.Equal(RecordingEnd.BrokenOff, replay.Recording.End);
            Assert.InRange(replay.Recording.Ticks, 1500 - 4 * BlockTicks, 1500);
        }
        var half = Replay(Sample[..(Sample.Length / 2)]);
        int ticks = 0;
        while (half.Step()) ticks++;
        Assert.Equal(half.Recording.Ticks, ticks);
        Assert.InRange(ticks, 500, 1000);
    }

    [Fact]
    public void What_is_no_recording_is_refused()
    {
        Assert.Throws<RecordingException>(() => Recording.Read(Sample.AsMemory(0, 20)));
        Assert.Throws<RecordingException>(() => Recording.Read(default));
        Assert.Throws<RecordingException>(() => Recording.Read("not a recording"u8.ToArray()));
        byte[] newer = [.. Sample];
        newer[4] = 99;
        Assert.Contains("version 99", Assert.Throws<RecordingException>(() => Recording.Read(newer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_game_that_goes_otherwise_is_found_at_its_tick()
    {
        // The last hash stands before the end's two bytes; the block's check is made good again.
        byte[] changed = [.. Sample];
        changed[^3] ^= 1;
        int begin = LastBlock(changed);
        BinaryPrimitives.WriteUInt64LittleEndian(
            changed.AsSpan(begin + 4), RecordingFormat.Check(changed.AsSpan(begin + RecordingFormat.BlockHeadSize)));
        var replay = Replay(changed);
        var error = Assert.Throws<RecordingException>(() =>
        {
            while (replay.Step())
            {
            }
        });
        Assert.Contains("at tick 1500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_is_not_played_with_another_balance()
    {
        byte[] text = [.. BuiltIn.File("balance.json"), (byte)'\n'];
        var other = Balance.Read("other.json", text);
        var error = Assert.Throws<RecordingException>(() => new GameReplay(Recording.Read(Sample), Scenario.Find, other));
        Assert.Contains("balance", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_begins_with_the_game()
    {
        var game = new Bridge().Game;
        Assert.Throws<ArgumentException>(() => new GameRecorder(game));
    }

    [Fact]
    public void After_its_end_nothing_more_is_recorded()
    {
        var output = new ArrayBufferWriter<byte>();
        var recorder = new GameRecorder(new GameSimulation(Setup(1)));
        recorder.Step();
        recorder.End(RecordingEnd.Full);
        recorder.Step();
        recorder.SetCrew(0, ConsoleSet.None);
        recorder.End(RecordingEnd.Finished);
        recorder.WriteTo(output);
        var recording = Recording.Read(output.WrittenMemory);
        Assert.Equal(1, recording.Ticks);
        Assert.Equal(RecordingEnd.Full, recording.End);
        Assert.Equal(2u, recorder.Game.Tick);
    }

    private static GameSetup Setup(ulong seed) => new(
        Scenario.Find("siege")!,
        4,
        seed,
        [new ShipSetup("Ünal", ShipClass.Scout, ConsoleSet.All), new ShipSetup("Two", ShipClass.Battleship)]);

    private static byte[] Record(ulong seed, int ticks, RecordingEnd end)
    {
        var random = new Rng(seed);
        var output = new ArrayBufferWriter<byte>();
        var recorder = new GameRecorder(new GameSimulation(Setup(seed)));
        for (int tick = 0; tick < ticks; tick++)
        {
            for (int i = 0; i < 3; i++)
            {
                var order = RandomOrders.Next(ref random, recorder.Game);
                recorder.TryApply(random.Below(2), ConsoleSet.All, in order, out _);
            }
            if (tick % 200 == 100) recorder.SetCrew(0, (ConsoleSet)random.Below(64));
            recorder.Step();
            if (tick % BlockTicks == 0) recorder.WriteTo(output);
        }
        recorder.End(end);
        recorder.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    private static int LastBlock(byte[] recording)
    {
        int begin = RecordingFormat.PreambleSize;
        while (true)
        {
            int next = begin + RecordingFormat.BlockHeadSize + BinaryPrimitives.ReadInt32LittleEndian(recording.AsSpan(begin));
            if (next >= recording.Length) return begin;
            begin = next;
        }
    }

    private static GameReplay Replay(byte[] recording) => new(Recording.Read(recording), Scenario.Find, Balance.Default);
}
