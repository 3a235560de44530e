namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>How long tests wait before they give up. Nothing is asserted about times; this only ends what would never end.</summary>
internal static class Limits
{
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(90);
}
