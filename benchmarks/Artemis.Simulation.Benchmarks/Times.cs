namespace Artemis.Simulation.Benchmarks;

/// <summary>Times of many ticks, in milliseconds.</summary>
internal sealed class Times(int capacity)
{
    private readonly List<double> _values = new(capacity);
    private bool _isSorted;

    public int Count => _values.Count;

    public double Median => Sorted[Count / 2];

    public double P99 => Sorted[Count * 99 / 100];

    public double Max => Sorted[^1];

    private List<double> Sorted
    {
        get
        {
            if (!_isSorted) _values.Sort();
            _isSorted = true;
            return _values;
        }
    }

    public void Add(double milliseconds)
    {
        _values.Add(milliseconds);
        _isSorted = false;
    }
}
