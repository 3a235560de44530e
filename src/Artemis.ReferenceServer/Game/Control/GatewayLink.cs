using System.Collections.Concurrent;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game.Control;

/// <summary>
/// A game's connection to its gateway. It is kept up as long as the process lives; each time it is lost and found again, the game says anew
/// who it is and what it runs.
/// </summary>
internal sealed partial class GatewayLink : IGatewayPort
{
    private static readonly TimeSpan ResultPause = TimeSpan.FromSeconds(5);

    private readonly LastingConnection _connection;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Func<Task<GameHello>> _introduce;
    private readonly ConcurrentDictionary<Guid, GameResults> _unkept = new();
    private readonly FramePool _frames;
    private CancellationToken _stop;
    private GameStatus? _status;
    private SharedFrame? _statusFrame;
    private volatile bool _welcomed;

    /// <summary>Makes a link that is not up yet.</summary>
    /// <param name="gateway">The gateway's control address.</param>
    /// <param name="options">Limits.</param>
    /// <param name="frames">Buffers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The log.</param>
    /// <param name="introduce">Makes the first frame of a connection, on the game's thread.</param>
    /// <param name="received">Is told what the gateway says.</param>
    public GatewayLink(
        Uri gateway,
        TransportOptions options,
        FramePool frames,
        TimeProvider time,
        ILogger log,
        Func<Task<GameHello>> introduce,
        Action<Frame> received)
    {
        _introduce = introduce;
        _frames = frames;
        _time = time;
        _log = log;
        _connection = new LastingConnection(gateway, options, frames, time)
        {
            Introduce = IntroduceAsync,
            Received = received,
            Lost = OnLost,
        };
    }

    /// <inheritdoc/>
    public bool IsConnected => _welcomed;

    /// <inheritdoc/>
    public bool HasUnkeptResults => !_unkept.IsEmpty;

    /// <summary>Keeps the connection up until told to stop.</summary>
    public Task RunAsync(CancellationToken stop)
    {
        _stop = stop;
        return Task.WhenAll(_connection.RunAsync(stop), RepeatResultsAsync(stop));
    }

    /// <summary>The gateway has said that it knows the process.</summary>
    public void OnWelcome()
    {
        _welcomed = true;
        SendUnkept();
    }

    /// <summary>The gateway has kept a result.</summary>
    public void OnKept(Guid resultId) => _unkept.TryRemove(resultId, out _);

    /// <inheritdoc/>
    public void Report(GameStatus status)
    {
        if (!ReferenceEquals(status, _status))
        {
            _statusFrame?.Release();
            _statusFrame = MessageFrames.Pack(_frames, status.EncodeFrame);
            _status = status;
        }

        if (_welcomed)
            _connection.Send(_statusFrame!);
    }

    /// <inheritdoc/>
    public void Report(GameRoster roster) => SendIfKnown(roster.EncodeFrame);

    /// <inheritdoc/>
    public void Report(PlayerRemoved removed) => SendIfKnown(removed.EncodeFrame);

    /// <summary>What the process measures of itself.</summary>
    public void Report(GameMeasured measured) => SendIfKnown(measured.EncodeFrame);

    /// <inheritdoc/>
    public void Report(GameReady ready) => SendIfKnown(ready.EncodeFrame);

    /// <inheritdoc/>
    public void Report(SeatReserved seat) => SendIfKnown(seat.EncodeFrame);

    /// <inheritdoc/>
    public void Report(GameResults results)
    {
        _unkept[results.ResultId] = results;
        SendIfKnown(results.EncodeFrame);
    }

    private async Task<Action<FrameBuffer>> IntroduceAsync() => (await _introduce()).EncodeFrame;

    private void OnLost()
    {
        var wasKnown = _welcomed;
        _welcomed = false;
        if (wasKnown && !_stop.IsCancellationRequested)
            LogLost();
    }

    private async Task RepeatResultsAsync(CancellationToken stop)
    {
        using var pauses = new PeriodicTimer(ResultPause, _time);
        await using var end = stop.Register(static timer => ((PeriodicTimer)timer!).Dispose(), pauses);
        while (await pauses.WaitForNextTickAsync(CancellationToken.None))
        {
            if (_welcomed)
                SendUnkept();
        }
    }

    private void SendUnkept()
    {
        foreach (var results in _unkept.Values)
            _connection.Send(results.EncodeFrame);
    }

    // What is said before the gateway knows who speaks would end the connection.
    private void SendIfKnown(Action<FrameBuffer> encode)
    {
        if (_welcomed)
            _connection.Send(encode);
    }

    [LoggerMessage(LogLevel.Information, "The gateway is away; the game goes on and tries to reach it.")]
    private partial void LogLost();
}
