using System.Threading.Channels;
using Artemis.Client;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Wakes whoever waits whenever something was told.</summary>
internal sealed class Flight : GameObserver
{
    private readonly Channel<bool> told = Channel.CreateUnbounded<bool>();

    public List<ArtemisException> Failures { get; } = [];

    public List<LinkPhase> Phases { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task Until(Func<bool> holds)
    {
        while (!holds()) await told.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limits.Patience, Cancellation);
    }

    public override void OnLink(LinkState link)
    {
        Phases.Add(link.Phase);
        told.Writer.TryWrite(true);
    }

    public override void OnSession(SessionView session) => told.Writer.TryWrite(true);

    public override void OnUpdate(World world) => told.Writer.TryWrite(true);

    public override void OnError(ArtemisException failure)
    {
        Failures.Add(failure);
        told.Writer.TryWrite(true);
    }
}
