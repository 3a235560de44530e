namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>How full a machine is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sessions">Sessions that it runs or is about to.</param>
/// <param name="Capacity">Sessions that it can run.</param>
public readonly record struct MachineLoad(string Name, int Sessions, int Capacity);

/// <summary>Chooses the machine that is least full for its size; of several, the one that was not chosen for longest.</summary>
public sealed class LeastLoaded
{
    private readonly Dictionary<string, long> _chosenAt = [];
    private long _choices;

    /// <summary>Chooses.</summary>
    /// <param name="machines">Those that have room.</param>
    /// <returns>The index of the one, or -1 if there is none.</returns>
    public int Choose(IReadOnlyList<MachineLoad> machines)
    {
        ArgumentNullException.ThrowIfNull(machines);
        var best = -1;
        for (var i = 0; i < machines.Count; i++)
        {
            if (machines[i].Sessions < machines[i].Capacity && (best < 0 || IsBetter(machines[i], machines[best])))
                best = i;
        }

        if (best >= 0)
            _chosenAt[machines[best].Name] = ++_choices;
        return best;
    }

    private bool IsBetter(MachineLoad left, MachineLoad right)
    {
        // Fractions, compared exactly.
        var order = ((long)left.Sessions * right.Capacity).CompareTo((long)right.Sessions * left.Capacity);
        return order < 0
            || (order == 0 && _chosenAt.GetValueOrDefault(left.Name) < _chosenAt.GetValueOrDefault(right.Name));
    }
}
