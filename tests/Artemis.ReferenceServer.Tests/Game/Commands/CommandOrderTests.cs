using Artemis.ReferenceServer.Game.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace Artemis.ReferenceServer.Tests.Game.Commands;

public sealed class CommandOrderTests
{
    [Fact]
    public void The_order_of_arrival_does_not_matter()
    {
        var order = Gen.Shuffle([.. Commands()]);

        Prop.ForAll(order.ToArbitrary(), arrivals =>
        {
            var queue = new CommandQueue();
            foreach (var (time, slot, sequence) in arrivals)
                queue.TryAdd(time, slot, sequence, ship: 0, subtype: sequence, [slot]);

            var ran = queue.Sort().ToArray();
            return ran.Select(command => (command.Time, command.Slot, command.Sequence)).SequenceEqual(Commands())
                && ran.All(command => queue.BodyOf(command).SequenceEqual(new[] { command.Slot }));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_full_queue_takes_no_more_until_the_tick_is_over()
    {
        var queue = new CommandQueue();
        for (uint sequence = 1; sequence <= CommandQueue.MaxCommands; sequence++)
            Assert.True(queue.TryAdd(0, 0, sequence, 0, 0, []));

        Assert.False(queue.TryAdd(0, 0, 0, 0, 0, []));
        queue.Clear();
        Assert.True(queue.TryAdd(0, 0, 0, 0, 0, []));
    }

    [Fact]
    public void A_sequence_is_taken_once_and_never_goes_back()
    {
        var sequence = default(CommandSequence);

        Assert.False(sequence.TryAdvance(0));
        Assert.True(sequence.TryAdvance(1));
        Assert.False(sequence.TryAdvance(1));
        Assert.True(sequence.TryAdvance(5));
        Assert.False(sequence.TryAdvance(4));
        Assert.Equal(5u, sequence.Last);
    }

    private static IEnumerable<(double Time, byte Slot, uint Sequence)> Commands()
    {
        for (var time = 0; time < 3; time++)
        {
            for (byte slot = 0; slot < 3; slot++)
            {
                for (uint sequence = 1; sequence <= 3; sequence++)
                    yield return (time, slot, sequence);
            }
        }
    }
}
