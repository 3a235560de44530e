using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// Makes connections as slow as those of a worse network, for trying clients: what is sent arrives later, each piece by another while, in
/// order. It sits below HTTP and WebSockets, so that whatever connects feels it.
/// </summary>
public sealed partial class SlowNetwork
{
    private readonly double _latencyMs;
    private readonly double _jitterMs;

    private SlowNetwork(double latencyMs, double jitterMs) => (_latencyMs, _jitterMs) = (latencyMs, jitterMs);

    /// <summary>Reads a network such as <c>120ms±40</c>: what it adds to a round trip, and by how much each way may differ, in ms.</summary>
    /// <returns>Null if there is nothing to add.</returns>
    /// <exception cref="FormatException">The text says something else.</exception>
    public static SlowNetwork? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var match = Form().Match(text.Trim());
        if (!match.Success)
            throw new FormatException($"The network '{text}' is not of the form 120ms±40 (or 120ms+-40).");
        return new SlowNetwork(Number(match.Groups["latency"].Value), Number(match.Groups["jitter"].Value));

        static double Number(string digits) => digits.Length == 0 ? 0 : double.Parse(digits, CultureInfo.InvariantCulture);
    }

    /// <summary>Slows a connection down.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(next);
        var (input, output) = (new Pipe(), new Pipe());
        var real = connection.Transport;
        connection.Transport = new Duplex(input.Reader, output.Writer);
        var incoming = PumpAsync(real.Input, input.Writer);
        var outgoing = PumpAsync(output.Reader, real.Output);
        try
        {
            await next(connection);
        }
        finally
        {
            await output.Writer.CompleteAsync();
            await outgoing;
            await input.Reader.CompleteAsync();
            real.Input.CancelPendingRead();
            await incoming;
            connection.Transport = real;
        }
    }

    private async Task PumpAsync(PipeReader from, PipeWriter to)
    {
        var underWay = Channel.CreateUnbounded<(byte[] Piece, long Due)>(new UnboundedChannelOptions { SingleReader = true });
        var delivering = DeliverAsync(underWay.Reader, to);
        try
        {
            var due = 0L;
            while (true)
            {
                var read = await from.ReadAsync();
                // Nothing overtakes.
                due = Math.Max(due, Environment.TickCount64 + Delay());
                if (!read.Buffer.IsEmpty)
                    underWay.Writer.TryWrite((read.Buffer.ToArray(), due));
                from.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The connection is lost; that is all there is to know.
        }

        underWay.Writer.Complete();
        await delivering;
    }

    private static async Task DeliverAsync(ChannelReader<(byte[] Piece, long Due)> underWay, PipeWriter to)
    {
        try
        {
            await foreach (var (piece, due) in underWay.ReadAllAsync())
            {
                var wait = due - Environment.TickCount64;
                if (wait > 0)
                    await Task.Delay((int)wait);
                if ((await to.WriteAsync(piece)).IsCompleted)
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The same.
        }

        await to.CompleteAsync();
    }

    private long Delay() => (long)Math.Max(0, (_latencyMs / 2) + (((Random.Shared.NextDouble() * 2) - 1) * _jitterMs));

    [GeneratedRegex(@"^(?<latency>\d{1,5})\s*ms(?:\s*(?:±|\+-|\+/-)\s*(?<jitter>\d{1,5})(?:\s*ms)?)?$")]
    private static partial Regex Form();

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
