using Artemis.ReferenceServer.Replay;

namespace Artemis.ReferenceServer.Tests.Replay;

public class ReplayTitleTests
{
    [Theory]
    [InlineData("/games/20261123-023236-420-siege-e6ae6016.artr", "Replay: 23 November 2026, 02:32 UTC")]
    [InlineData("/games/first-night.artr", "Replay: first-night")]
    [InlineData("/games/20261399-999999-best.artr", "Replay: 20261399-999999-best")]
    public void A_recording_is_called_by_its_time_or_else_by_its_file(string path, string title) =>
        Assert.Equal(title, ReplayTitle.Of(path));
}
