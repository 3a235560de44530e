namespace Artemis.Client;

/// <summary>
/// Finds the offset between two clocks from exchanged stamps. Each answer gives a round trip and an offset that is wrong by at
/// most half of it, so the estimate is that of the shortest round trip among the last twelve.
/// </summary>
public sealed class ClockSync
{
    private const int WindowSize = 12;
    private readonly Queue<(double RoundTrip, double Offset)> samples = new();
    private double lastRoundTrip;

    /// <summary>Whether an answer was heard.</summary>
    public bool IsSynced => samples.Count > 0;

    /// <summary>Server clock minus client clock, in ms; 0 before the first answer.</summary>
    public double Offset => samples.Count == 0 ? 0 : samples.MinBy(sample => sample.RoundTrip).Offset;

    /// <summary>Round trip, smoothed, in ms.</summary>
    public double RoundTrip { get; private set; }

    /// <summary>Mean difference between one round trip and the next, in ms.</summary>
    public double Jitter { get; private set; }

    /// <summary>Takes an answer.</summary>
    /// <param name="sentAt">Client clock when the question was sent, in ms.</param>
    /// <param name="serverTime">Server clock in the answer, in ms.</param>
    /// <param name="receivedAt">Client clock when the answer came, in ms.</param>
    public void Answer(double sentAt, double serverTime, double receivedAt)
    {
        double roundTrip = receivedAt - sentAt;
        if (!(roundTrip >= 0) || !double.IsFinite(serverTime)) return;
        samples.Enqueue((roundTrip, serverTime + (roundTrip / 2) - receivedAt));
        if (samples.Count > WindowSize) samples.Dequeue();
        if (samples.Count == 1)
        {
            RoundTrip = roundTrip;
        }
        else
        {
            RoundTrip += (roundTrip - RoundTrip) / 8;
            Jitter += (Math.Abs(roundTrip - lastRoundTrip) - Jitter) / 8;
        }

        lastRoundTrip = roundTrip;
    }

    /// <summary>Forgets all answers, as on a new connection.</summary>
    public void Reset()
    {
        samples.Clear();
        Jitter = 0;
    }
}
