using Artemis.ReferenceServer.Gateway.Hosting;

namespace Artemis.ReferenceServer.Tests.Gateway;

public sealed class LeastLoadedTests
{
    private readonly LeastLoaded _placement = new();

    [Fact]
    public void Nothing_is_chosen_of_nothing_and_of_what_is_full()
    {
        Assert.Equal(-1, _placement.Choose([]));
        Assert.Equal(-1, _placement.Choose([new("a", 3, 3), new("b", 0, 0)]));
    }

    [Fact]
    public void The_machine_with_the_fewest_sessions_for_its_size_is_chosen()
    {
        Assert.Equal(1, _placement.Choose([new("a", 2, 4), new("b", 1, 4), new("c", 3, 4)]));
        Assert.Equal(0, _placement.Choose([new("large", 4, 100), new("small", 1, 4)]));
        Assert.Equal(1, _placement.Choose([new("large", 50, 100), new("small", 1, 4)]));
    }

    [Fact]
    public void Equals_take_turns()
    {
        MachineLoad[] machines = [new("a", 0, 8), new("b", 0, 8), new("c", 0, 8)];

        var chosen = Enumerable.Range(0, 6).Select(_ => _placement.Choose(machines)).ToArray();

        Assert.Equal([0, 1, 2, 0, 1, 2], chosen);
    }

    [Fact]
    public void One_that_comes_later_has_its_turn_first()
    {
        _placement.Choose([new("a", 0, 8)]);

        Assert.Equal(1, _placement.Choose([new("a", 1, 8), new("b", 1, 8)]));
        Assert.Equal(0, _placement.Choose([new("a", 1, 8), new("b", 1, 8)]));
    }

    [Fact]
    public void Sessions_spread_evenly_over_machines_of_different_sizes()
    {
        int[] capacities = [2, 4, 8];
        int[] sessions = [0, 0, 0];
        for (var i = 0; i < 14; i++)
        {
            var chosen = _placement.Choose([.. sessions.Select((count, index) => new MachineLoad($"{index}", count, capacities[index]))]);
            sessions[chosen]++;
            // Nobody is ever more than one session ahead of a share that fits its size.
            for (var machine = 0; machine < 3; machine++)
                Assert.InRange(sessions[machine] - ((i + 1) * capacities[machine] / 14.0), -1.5, 1.5);
        }

        Assert.Equal(capacities, sessions);
    }
}
