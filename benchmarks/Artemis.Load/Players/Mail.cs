using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Artemis.Load.Players;

/// <summary>Messages from crew to crew that are under way.</summary>
/// <param name="book">Gets how long each took.</param>
internal sealed class Mail(LatencyBook book)
{
    private readonly ConcurrentDictionary<string, long> _underWay = new();
    private int _count;

    /// <summary>Words that nobody else has written.</summary>
    public string Write()
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"Holding formation, report {Interlocked.Increment(ref _count)}.");
        _underWay[words] = Stopwatch.GetTimestamp();
        return words;
    }

    /// <summary>A message was read; the first who reads it counts.</summary>
    public void Read(string words)
    {
        foreach (var (written, since) in _underWay)
        {
            if (words.Contains(written, StringComparison.Ordinal) && _underWay.TryRemove(written, out _))
                book.Add("commsMessage", Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
    }

    /// <summary>A message was not sent.</summary>
    public void Forget(string words) => _underWay.TryRemove(words, out _);
}
