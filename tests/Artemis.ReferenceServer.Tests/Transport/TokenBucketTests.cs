using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Transport;

public sealed class TokenBucketTests
{
    [Fact]
    public void A_burst_passes_and_then_the_rate_holds()
    {
        var bucket = new TokenBucket(perSecond: 2, burst: 3, TimeSpan.Zero);

        Assert.Equal(3, Take(ref bucket, TimeSpan.Zero));
        Assert.Equal(0, Take(ref bucket, TimeSpan.FromSeconds(0.4)));
        Assert.Equal(2, Take(ref bucket, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_long_silence_saves_up_no_more_than_a_burst()
    {
        var bucket = new TokenBucket(perSecond: 2, burst: 3, TimeSpan.Zero);

        Assert.Equal(3, Take(ref bucket, TimeSpan.FromHours(1)));
    }

    private static int Take(ref TokenBucket bucket, TimeSpan now)
    {
        var count = 0;
        while (bucket.TryTake(now))
            count++;
        return count;
    }
}
