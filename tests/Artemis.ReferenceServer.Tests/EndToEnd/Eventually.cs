namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Waits for what other processes do and nobody tells: looks again and again, until it is so or patience is at its end.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until something is so.</summary>
    /// <param name="condition">Whether it is.</param>
    /// <param name="otherwise">Says how things stand, if it never is.</param>
    public static Task TrueAsync(Func<bool> condition, Func<string>? otherwise = null) =>
        TrueAsync(() => Task.FromResult(condition()), otherwise);

    /// <inheritdoc cref="TrueAsync(Func{bool}, Func{string}?)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string>? otherwise = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limits.Patience)
                Assert.Fail("It never came to that. " + otherwise?.Invoke());
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }
}
