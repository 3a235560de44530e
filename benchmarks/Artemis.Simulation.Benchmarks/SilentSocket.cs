using System.Net.WebSockets;

namespace Artemis.Simulation.Benchmarks;

/// <summary>A socket whose peer reads everything at once and says nothing.</summary>
internal sealed class SilentSocket : WebSocket
{
    private static readonly ValueWebSocketReceiveResult End = new(0, WebSocketMessageType.Close, endOfMessage: true);
    private readonly TaskCompletionSource<ValueWebSocketReceiveResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _bytes;

    /// <summary>Bytes that were sent, without WebSocket's own framing.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override string? SubProtocol => null;

    public override WebSocketState State => _end.Task.IsCompleted ? WebSocketState.Closed : WebSocketState.Open;

    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, WebSocketMessageFlags messageFlags, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _bytes, _bytes + buffer.Length);
        return ValueTask.CompletedTask;
    }

    public override Task SendAsync(
        ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        SendAsync(buffer, messageType, WebSocketMessageFlags.EndOfMessage, cancellationToken).AsTask();

    public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        new(_end.Task);

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var end = await _end.Task;
        return new WebSocketReceiveResult(end.Count, end.MessageType, end.EndOfMessage);
    }

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        Abort();
        return Task.CompletedTask;
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override void Abort() => _end.TrySetResult(End);

    public override void Dispose() => Abort();
}
