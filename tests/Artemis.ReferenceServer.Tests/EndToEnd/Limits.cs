namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>How long tests wait before they give up. Nothing is asserted about times; this only ends what would never end.</summary>
internal static class Limits
{
    /// <summary>Longer than anything that is set to 90 seconds for tests, as the start of a game is: see <see cref="ServerProcess.Configure"/>.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(180);
}
