using System.Buffers;
using Xunit;

namespace Artemis.Simulation.Tests;

public class RecordingTests
{
    private static readonly byte[] Sample = Record(11, 1500);

    [Fact]
    public void A_recorded_game_plays_again_with_the_same_hash_at_every_tick()
    {
        var replay = Replay(Sample);
        int ticks = 0;
        while (replay.Step()) ticks++;
        Assert.Equal(1500, ticks);
        Assert.True(replay.IsAtEnd);
    }

    [Fact]
    public void A_damaged_recording_is_found_out_or_plays_the_same_game()
    {
        int foundOut = 0;
        for (int offset = 0; offset < Sample.Length; offset += 997)
        {
            byte[] damaged = [.. Sample];
            damaged[offset] ^= 0x40;
            try
            {
                // A byte that no order of its kind looks at changes nothing.
                PlayAll(damaged);
            }
            catch (RecordingException)
            {
                foundOut++;
            }
        }
        Assert.True(foundOut > 20);
    }

    [Fact]
    public void A_recording_that_is_cut_off_says_so()
    {
        Assert.Throws<RecordingException>(() => PlayAll(Sample[..^3]));
        Assert.Throws<RecordingException>(() => Replay(Sample[..20]));
        Assert.Throws<RecordingException>(() => Replay([]));
        Assert.Throws<RecordingException>(() => Replay("not a recording"u8.ToArray()));
    }

    [Fact]
    public void A_recording_is_not_played_with_another_balance()
    {
        byte[] text = [.. BuiltIn.File("balance.json"), (byte)'\n'];
        var other = Balance.Read("other.json", text);
        var error = Assert.Throws<RecordingException>(() => new GameReplay(Sample, Scenario.Find, other));
        Assert.Contains("balance", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_begins_with_the_game()
    {
        var game = new Bridge().Game;
        Assert.Throws<ArgumentException>(() => new GameRecorder(game, new ArrayBufferWriter<byte>()));
    }

    private static byte[] Record(ulong seed, int ticks)
    {
        var random = new Rng(seed);
        var output = new ArrayBufferWriter<byte>();
        var setup = new GameSetup(
            Scenario.Find("siege")!,
            4,
            seed,
            [new ShipSetup("Ünal", ShipClass.Scout, ConsoleSet.All), new ShipSetup("Two", ShipClass.Battleship)]);
        var recorder = new GameRecorder(new GameSimulation(setup), output);
        for (int tick = 0; tick < ticks; tick++)
        {
            for (int i = 0; i < 3; i++)
            {
                var order = RandomOrders.Next(ref random, recorder.Game);
                recorder.TryApply(random.Below(2), ConsoleSet.All, in order, out _);
            }
            if (tick % 200 == 100) recorder.SetCrew(0, (ConsoleSet)random.Below(64));
            recorder.Step();
        }
        return output.WrittenSpan.ToArray();
    }

    private static GameReplay Replay(byte[] recording) => new(recording, Scenario.Find, Balance.Default);

    private static void PlayAll(byte[] recording)
    {
        var replay = Replay(recording);
        while (replay.Step())
        {
        }
    }
}
