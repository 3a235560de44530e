using System.Net.WebSockets;
using System.Text;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Tests.EndToEnd;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Transport;

public sealed class CloseReasonTests
{
    // A close frame's code is two bytes of its 125.
    private const byte CloseOpcode = 0x88;

    [Theory]
    [InlineData("Short.", 6)]
    [InlineData("x", 123)]
    [InlineData("x", 124)]
    [InlineData("é", 200)]
    [InlineData("😀", 40)]
    [InlineData("a😀", 40)]
    [InlineData("a\ud83d", 80)]
    public async Task A_reason_of_any_length_and_script_reaches_the_peer_as_far_as_it_fits(string words, int times)
    {
        var reason = string.Concat(Enumerable.Repeat(words, times));
        var wire = new RecordingStream();
        using var socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true });
        using var connection = new WebSocketConnection(socket, new TransportOptions());
        var running = connection.RunAsync(new Nobody());
        connection.Close(CloseCode.Kicked, reason);
        var frame = await wire.FirstWrite.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);
        wire.Close();
        await running.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);

        Assert.Equal([CloseOpcode, (byte)(frame.Length - 2), 0x0F, 0xA4], frame[..4]);
        var heard = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(frame.AsSpan(4));
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(reason));
        Assert.StartsWith(heard, whole, StringComparison.Ordinal);
        Assert.InRange(frame.Length - 4, Math.Min(Encoding.UTF8.GetByteCount(reason), 120), CloseReason.MaxBytes);
    }

    private sealed class Nobody : IConnectionHandler
    {
        public ValueTask OnMessageAsync(ReadOnlyMemory<byte> message) => ValueTask.CompletedTask;
    }

    /// <summary>The network of a peer that says nothing until it hangs up.</summary>
    private sealed class RecordingStream : MemoryStream
    {
        private readonly TaskCompletionSource<byte[]> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<byte[]> FirstWrite => _first.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _closed.Task.WaitAsync(cancellationToken);
            return 0;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _first.TrySetResult(buffer.ToArray());
            return ValueTask.CompletedTask;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
