using Artemis.ReferenceServer.Game.Session;

namespace Artemis.ReferenceServer.Tests.Game.Session;

public sealed class SessionPasswordTests
{
    [Fact]
    public void Only_the_password_matches()
    {
        var password = new SessionPassword("tribbles");

        Assert.True(password.Matches("tribbles"));
        Assert.False(password.Matches("Tribbles"));
        Assert.False(password.Matches(""));
        Assert.False(password.Matches(null));
    }
}
