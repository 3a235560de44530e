using Artemis.ReferenceServer.Observability;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Artemis.ReferenceServer.Tests.Observability;

/// <summary>A log line on a console tells by itself when, who, what, and whom it concerns.</summary>
public sealed class PlainFormatterTests
{
    private static readonly Guid Session = new("11111111-2222-3333-4444-555555555555");
    private static readonly Guid Player = new("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");

    [Fact]
    public void A_line_names_those_whom_it_concerns_and_it_does_not_name_itself()
    {
        var line = Write($"Session {Session} is over.", new LogScope { SessionId = Session }, new LogScope { PlayerId = Player });

        Assert.Equal($"00:00:00.000 info GameRoom: Session {Session} is over. PlayerId={Player}{Environment.NewLine}", line);
    }

    [Fact]
    public void Scopes_of_others_are_left_out() =>
        Assert.Equal($"00:00:00.000 info GameRoom: All is well.{Environment.NewLine}", Write("All is well.", "RequestId:0HN"));

    private static string Write(string text, params object[] scopes)
    {
        var provider = new LoggerExternalScopeProvider();
        foreach (var scope in scopes)
            provider.Push(scope);
        var entry = new LogEntry<string>(LogLevel.Information, "Artemis.ReferenceServer.Game.GameRoom", default, text, null, (state, _) => state);
        using var writer = new StringWriter();
        new PlainFormatter(new Midnight()).Write(in entry, provider, writer);
        return writer.ToString();
    }

    private sealed class Midnight : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
