using System.Net.WebSockets;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>One connection to a gateway. Answers carry no number, and come in order: ask one thing at a time.</summary>
internal sealed class GatewayConnection
{
    private readonly FrameSocket socket;
    private readonly Receiver receiver;

    private GatewayConnection(FrameSocket socket, Action<SessionLost> sessionLost)
    {
        this.socket = socket;
        receiver = new Receiver(sessionLost);
        Ended = RunAsync();
    }

    /// <summary>Ends with the connection, and never fails.</summary>
    public Task Ended { get; }

    /// <summary>Opens one.</summary>
    /// <exception cref="ArtemisException">The gateway cannot be reached in time.</exception>
    public static async Task<GatewayConnection> OpenAsync(
        Uri url, Action<SessionLost> sessionLost, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return new(await FrameSocket.ConnectAsync(url, ArtemisProtocol.FrameLimit, conditioner: null, limit.Token), sessionLost);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new ArtemisException($"The gateway at {url} cannot be reached: {error.Message}", error);
        }
    }

    /// <summary>Asks for something and waits for the answer.</summary>
    /// <exception cref="ArtemisException">The gateway refuses, does not answer in time, or the connection is lost.</exception>
    public async Task<T> AskAsync<T>(byte[] frame, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var answer = receiver.Expect(typeof(T));
            socket.Send(frame);
            return (T)await answer.WaitAsync(timeout, cancellationToken);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            // The answer may still come, and would be taken for that of the next request: begin with a new connection.
            socket.Abort();
            if (error is OperationCanceledException) throw;
            throw new ArtemisException(ErrorCode.Timeout, "The gateway did not answer in time.");
        }
    }

    /// <summary>Ends the connection, and returns when it has ended.</summary>
    public async Task CloseAsync()
    {
        socket.Close();
        if (await Task.WhenAny(Ended, Task.Delay(TimeSpan.FromSeconds(1))) != Ended) socket.Abort();
        await Ended;
    }

    private async Task RunAsync()
    {
        var close = await socket.RunAsync(Receive);
        receiver.Fail(new ArtemisException(close.Reason.Length > 0 ? close.Reason : "The connection to the gateway was lost."));
        socket.Dispose();
    }

    private bool Receive(ReadOnlyMemory<byte> message)
    {
        var handler = receiver;
        return FromServer.Dispatch(message, ref handler, out _) == DecodeStatus.Ok;
    }

    /// <summary>Matches answers to the request under way.</summary>
    private sealed class Receiver(Action<SessionLost> sessionLost) : FromServerHandler
    {
        private readonly Lock sync = new();
        private TaskCompletionSource<object>? pending;
        private Type? expected;
        private ArtemisException? failure;

        public Task<object> Expect(Type answer)
        {
            lock (sync)
            {
                if (failure is not null) return Task.FromException<object>(failure);
                pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
                expected = answer;
                return pending.Task;
            }
        }

        public void Fail(ArtemisException error)
        {
            lock (sync)
            {
                failure = error;
                pending?.TrySetException(error);
            }
        }

        public override void On(AuthOk message) => Answer(message);

        public override void On(SessionList message) => Answer(message);

        public override void On(SessionCreated message) => Answer(message);

        public override void On(Redirect message) => Answer(message);

        public override void On(AuthFail message) => Refuse(message.Code ?? ErrorCode.BadToken, message.Reason);

        public override void On(GatewayError message) => Refuse(message.Code, message.Message);

        public override void On(SessionLost message) => sessionLost(message);

        private void Answer(object message)
        {
            lock (sync)
                if (message.GetType() == expected) pending?.TrySetResult(message);
        }

        private void Refuse(ErrorCode code, string message)
        {
            lock (sync) pending?.TrySetException(new ArtemisException(code, message));
        }
    }
}
