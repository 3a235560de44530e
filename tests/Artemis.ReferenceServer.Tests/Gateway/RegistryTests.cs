using Artemis.ReferenceServer.Gateway.Registry;
using Artemis.ReferenceServer.Tests.EndToEnd;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Artemis.ReferenceServer.Tests.Gateway;

/// <summary>What holds for every database that a registry can be kept in.</summary>
public abstract class RegistryTests
{
    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's database as a gateway that was started anew does.</summary>
    private protected abstract IRegistryDatabase OpenDatabase();

    [Fact]
    public async Task A_free_name_is_registered_and_its_token_signs_in_again()
    {
        var registered = await RegisterAsync("Kirk");

        var again = Assert.IsType<SignIn.Recognized>(
            await Open().SignInAsync("Kirk", registered.Token.Reveal(), Cancel));

        Assert.Equal(registered.PlayerId, again.PlayerId);
        Assert.Equal("Kirk", await Open().FindNameAsync(registered.PlayerId, Cancel));
    }

    [Fact]
    public async Task A_taken_name_needs_its_token()
    {
        await RegisterAsync("Kirk");
        var other = await RegisterAsync("Spock");

        Assert.Equal(new SignIn.Refused(TokenGiven: false), await Open().SignInAsync("Kirk", null, Cancel));
        Assert.Equal(new SignIn.Refused(TokenGiven: true), await Open().SignInAsync("Kirk", "nonsense", Cancel));
        Assert.Equal(
            new SignIn.Refused(TokenGiven: true), await Open().SignInAsync("Kirk", other.Token.Reveal(), Cancel));
    }

    [Fact]
    public async Task A_token_from_before_the_registry_was_lost_is_kept_with_the_free_name()
    {
        var former = SecretToken.Create();

        var registered = Assert.IsType<SignIn.Registered>(await Open().SignInAsync("Kirk", former.Reveal(), Cancel));
        Assert.True(registered.TokenGiven);

        var again = Assert.IsType<SignIn.Recognized>(await Open().SignInAsync("Kirk", former.Reveal(), Cancel));
        Assert.Equal(registered.PlayerId, again.PlayerId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("password")]
    [InlineData("00112233445566778899aabbccddeefg")]
    [InlineData("00112233445566778899aabbccddeeff00")]
    public async Task What_is_no_token_is_not_kept_with_a_free_name(string token)
    {
        var registered = Assert.IsType<SignIn.Registered>(await Open().SignInAsync("Kirk", token, Cancel));
        Assert.False(registered.TokenGiven);

        Assert.Equal(new SignIn.Refused(TokenGiven: true), await Open().SignInAsync("Kirk", token, Cancel));
        Assert.IsType<SignIn.Recognized>(await Open().SignInAsync("Kirk", registered.Token.Reveal(), Cancel));
    }

    [Fact]
    public async Task Names_that_differ_in_case_only_are_the_same()
    {
        var registered = await RegisterAsync("Kirk");

        Assert.IsType<SignIn.Refused>(await Open().SignInAsync("KIRK", null, Cancel));
        var again = Assert.IsType<SignIn.Recognized>(
            await Open().SignInAsync("kirk", registered.Token.Reveal(), Cancel));
        Assert.Equal("Kirk", again.Name);
    }

    [Fact]
    public async Task When_many_ask_for_a_name_at_once_one_gets_it()
    {
        var registry = Open();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => registry.SignInAsync("Kirk", null, Cancel), Cancel)));

        Assert.Single(answers.OfType<SignIn.Registered>());
        Assert.Equal(15, answers.OfType<SignIn.Refused>().Count());
    }

    [Fact]
    public async Task Who_reads_the_database_does_not_learn_the_token()
    {
        var registered = await RegisterAsync("Kirk");

        await using var connection = await OpenDatabase().OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM players";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        Assert.True(await reader.ReadAsync(Cancel));
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var text = reader.GetValue(column) is byte[] bytes ? Convert.ToHexStringLower(bytes) : $"{reader.GetValue(column)}";
            Assert.DoesNotContain(registered.Token.Reveal(), text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_result_that_is_told_twice_is_kept_once_and_the_latest_come_first()
    {
        var store = new ResultStore(OpenDatabase());
        foreach (var (id, endedAt) in new[] { ("a", 10), ("c", 30), ("b", 20), ("c", 99) })
            await store.KeepAsync(ResultOf(id, endedAt), Cancel);

        var kept = await new ResultStore(OpenDatabase()).ListAsync(2, Cancel);

        Assert.Equal([ResultOf("c", 30), ResultOf("b", 20)], kept);
    }

    [Fact]
    public void The_control_key_stays_the_same()
    {
        var first = new GameLedger(OpenDatabase(), "main").ControlKey();
        var second = new GameLedger(OpenDatabase(), "main").ControlKey();

        Assert.Equal(32, first.Length);
        Assert.Equal(first, second);
    }

    [Fact]
    public void The_ledger_knows_how_many_games_were_left_running()
    {
        var ledger = new GameLedger(OpenDatabase(), "main");
        var (back, ended, lost) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        ledger.Add(back, 100, 8081);
        ledger.Add(ended, 101, 8082);
        ledger.Add(lost, 102, 8083);
        ledger.Remove(ended);

        Assert.Equal(2, new GameLedger(OpenDatabase(), "main").Count());
        ledger.Keep([back]);
        Assert.Equal(1, ledger.Count());
    }

    [Fact]
    public void Each_gateway_of_a_database_has_a_ledger_of_its_own()
    {
        var (main, other) = (new GameLedger(OpenDatabase(), "main"), new GameLedger(OpenDatabase(), "other"));
        main.Add(Guid.NewGuid(), 100, 8081);
        other.Add(Guid.NewGuid(), 100, 8081);

        other.Keep([]);

        Assert.Equal((1, 0), (main.Count(), other.Count()));
        Assert.NotEqual(main.ControlKey(), other.ControlKey());
    }

    [Fact]
    public async Task A_gateways_name_is_held_by_one_at_a_time()
    {
        var first = OpenDatabase().TryClaim("main");
        Assert.NotNull(first);
        Assert.Null(OpenDatabase().TryClaim("main"));
        using (var other = OpenDatabase().TryClaim("other"))
            Assert.NotNull(other);

        first.Dispose();

        IDisposable? next = null;
        await Eventually.TrueAsync(() => (next = OpenDatabase().TryClaim("main")) is not null);
        next?.Dispose();
    }

    private protected PlayerRegistry Open() => new(OpenDatabase(), TimeProvider.System, NullLogger<PlayerRegistry>.Instance);

    private protected async Task<SignIn.Registered> RegisterAsync(string name) =>
        Assert.IsType<SignIn.Registered>(await Open().SignInAsync(name, null, Cancel));

    private static KeptResult ResultOf(string id, long endedAt) => new(
        id, "session", endedAt, "siege", 5, "Victory", "All “enemies” are gone; the stars, too: ☆.", 1234.5, "{}");
}
