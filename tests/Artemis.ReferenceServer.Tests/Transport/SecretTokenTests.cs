using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Transport;

public sealed class SecretTokenTests
{
    [Fact]
    public void A_token_matches_its_own_text_only()
    {
        var token = SecretToken.Create();

        Assert.True(token.Matches(token.Reveal()));
        Assert.True(token.Matches(token.Reveal().ToUpperInvariant()));
        Assert.False(token.Matches(SecretToken.Create().Reveal()));
        Assert.False(token.Matches(null));
        Assert.False(token.Matches(""));
        Assert.False(token.Matches(token.Reveal() + "00"));
        Assert.False(token.Matches(new string('z', 32)));
    }

    [Fact]
    public void A_token_matches_its_hash()
    {
        var token = SecretToken.Create();

        Assert.True(SecretToken.MatchesHash(token.Reveal(), token.Hash()));
        Assert.False(SecretToken.MatchesHash(SecretToken.Create().Reveal(), token.Hash()));
        Assert.False(SecretToken.MatchesHash(null, token.Hash()));
    }

    [Fact]
    public void A_token_does_not_show_itself_in_text()
    {
        var token = SecretToken.Create();

        Assert.DoesNotContain(token.Reveal(), $"{token}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_process_is_known_by_its_own_secret_only()
    {
        var secrets = new ControlSecret(new byte[32]);
        var process = Guid.NewGuid();

        Assert.True(secrets.Matches(process, secrets.For(process)));
        Assert.True(new ControlSecret(new byte[32]).Matches(process, secrets.For(process)));
        Assert.False(secrets.Matches(Guid.NewGuid(), secrets.For(process)));
        Assert.False(secrets.Matches(process, null));
        Assert.False(secrets.Matches(process, "00"));
    }
}
