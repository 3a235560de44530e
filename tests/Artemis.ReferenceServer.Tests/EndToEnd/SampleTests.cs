using System.Diagnostics;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class SampleTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_headless_example_flies_a_circle()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Headless"), [fixture.Server.Gateway.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var example = Process.Start(start)!;
        var said = example.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = example.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await example.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            example.Kill();
            throw;
        }

        Assert.Equal("", await complained);
        Assert.Equal(0, example.ExitCode);
        var headings = (await said).Trim().Split('\n').Select(line => line.Split(' ')[^1]).ToArray();
        Assert.Equal(5, headings.Length);
        Assert.NotEqual(headings[0], headings[^1]);
    }
}
