namespace Artemis.Load.Players;

/// <summary>Measurements of one kind, by many threads.</summary>
internal sealed class Samples
{
    private readonly Lock _gate = new();
    private readonly List<double> _values = [];

    public void Add(double value)
    {
        lock (_gate)
            _values.Add(value);
    }

    public void Clear()
    {
        lock (_gate)
            _values.Clear();
    }

    public double[] ToArray()
    {
        lock (_gate)
            return [.. _values];
    }
}
