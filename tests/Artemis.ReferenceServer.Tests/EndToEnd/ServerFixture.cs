namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>One server that the tests of a class share.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private int _names;

    internal ServerProcess Server { get; private set; } = null!;

    /// <summary>A name that nobody has.</summary>
    public string NewName(string about) => $"{about} {Interlocked.Increment(ref _names)}";

    public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
