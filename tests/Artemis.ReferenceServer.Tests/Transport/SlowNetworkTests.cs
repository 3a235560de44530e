using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using Artemis.ReferenceServer.Transport;
using Microsoft.AspNetCore.Connections;

namespace Artemis.ReferenceServer.Tests.Transport;

public sealed class SlowNetworkTests
{
    [Theory]
    [InlineData("120ms±40")]
    [InlineData("120 ms +- 40 ms")]
    [InlineData("80ms")]
    public void A_network_is_read_from_words(string words) => Assert.NotNull(SlowNetwork.Parse(words));

    [Fact]
    public void No_words_mean_the_network_as_it_is() => Assert.Null(SlowNetwork.Parse(" "));

    [Theory]
    [InlineData("fast")]
    [InlineData("120")]
    [InlineData("-5ms")]
    public void What_is_no_network_is_refused_with_an_example(string words) =>
        Assert.Contains("120ms±40", Assert.Throws<FormatException>(() => SlowNetwork.Parse(words)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_sent_arrives_later_whole_and_in_order_both_ways()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var connection = new DefaultConnectionContext("test", new Duplex(toServer.Reader, toClient.Writer), new Duplex(toClient.Reader, toServer.Writer));
        var began = Stopwatch.GetTimestamp();
        var running = SlowNetwork.Parse("60ms±20")!.RunAsync(connection, EchoAsync);
        var sent = string.Concat(Enumerable.Range(0, 200).Select(number => $"{number},"));
        foreach (var piece in sent.Chunk(7))
            await toServer.Writer.WriteAsync(Encoding.ASCII.GetBytes(piece), cancel);
        await toServer.Writer.CompleteAsync();

        var heard = await new StreamReader(toClient.Reader.AsStream()).ReadToEndAsync(cancel);
        await running.WaitAsync(TimeSpan.FromMinutes(1), cancel);

        Assert.Equal(sent, heard);
        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(15), "Nothing was delayed.");

        static async Task EchoAsync(ConnectionContext inner) => await inner.Transport.Input.CopyToAsync(inner.Transport.Output);
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
