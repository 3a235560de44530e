using System.Net.WebSockets;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Tests.EndToEnd;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Transport;

public sealed class SlowReaderTests
{
    [Theory]
    [InlineData(4, 1 << 20)]
    [InlineData(1000, 4096)]
    public async Task One_who_never_reads_is_closed_when_the_queue_is_full_and_every_buffer_is_given_back(int frames, int bytes)
    {
        using var socket = WebSocket.CreateFromStream(new StuckStream(), new WebSocketCreationOptions { IsServer = true });
        using var connection = new WebSocketConnection(
            socket, new TransportOptions { OutboundFrames = frames, OutboundBytes = bytes });
        var running = connection.RunAsync(new Nobody());
        var frame = new FramePool().Rent(1024);
        frame.Length = 1024;

        var sent = 0;
        while (connection.TrySend(frame))
            Assert.True(++sent <= Math.Min(frames, bytes / 1024) + 1);

        Assert.True(connection.IsClosing);
        Assert.False(connection.TrySend(frame));
        await running.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);
    }

    private sealed class Nobody : IConnectionHandler
    {
        public ValueTask OnMessageAsync(ReadOnlyMemory<byte> message) => ValueTask.CompletedTask;
    }

    /// <summary>The network of a peer that neither reads nor writes.</summary>
    private sealed class StuckStream : Stream
    {
        private readonly TaskCompletionSource _never = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _never.Task.WaitAsync(cancellationToken);
            return 0;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            await _never.Task.WaitAsync(cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _never.TrySetException(new IOException("The stream is closed."));
            base.Dispose(disposing);
        }
    }
}
