namespace Artemis.Client;

/// <summary>How a connection does.</summary>
public sealed record NetworkFigures
{
    /// <summary>Round trip, smoothed, in ms.</summary>
    public required double PingMs { get; init; }

    /// <summary>Mean difference between one round trip and the next, in ms.</summary>
    public required double JitterMs { get; init; }

    /// <summary>How far behind the stream the scene is shown, in ms.</summary>
    public required double DelayMs { get; init; }

    /// <summary>How late the latest updates came in comparison with the fastest, in ms.</summary>
    public required double LatenessMs { get; init; }

    /// <summary>How far the prediction at the helm was off when the last state came, in units.</summary>
    public required double PredictionError { get; init; }

    /// <summary>The same for the heading, in radians.</summary>
    public required double PredictionHeadingError { get; init; }

    /// <summary>How often the prediction was so far off that the ship was put where she is, without a blend.</summary>
    public required int PredictionSnaps { get; init; }

    /// <summary>Object updates a second, over the last three seconds.</summary>
    public required double UpdatesPerSecond { get; init; }

    /// <summary>Bytes received a second, over the last three seconds.</summary>
    public required double BytesInPerSecond { get; init; }

    /// <summary>Bytes sent a second, over the last three seconds.</summary>
    public required double BytesOutPerSecond { get; init; }

    /// <summary>WebSocket messages received since the start.</summary>
    public required long MessagesIn { get; init; }

    /// <summary>Bytes received since the start, without WebSocket framing.</summary>
    public required long BytesIn { get; init; }

    /// <summary>Bytes sent since the start, without WebSocket framing.</summary>
    public required long BytesOut { get; init; }

    /// <summary>Bytes received since the start, by the name of the packet or message.</summary>
    public required IReadOnlyDictionary<string, long> BytesByType { get; init; }

    /// <summary>Frames received since the start, by the name of the packet or message.</summary>
    public required IReadOnlyDictionary<string, long> FramesByType { get; init; }
}
