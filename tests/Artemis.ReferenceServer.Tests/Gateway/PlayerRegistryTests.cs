using Artemis.ReferenceServer.Gateway.Registry;
using Microsoft.Data.Sqlite;

namespace Artemis.ReferenceServer.Tests.Gateway;

public sealed class PlayerRegistryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
    public async Task The_file_does_not_hold_the_token()
    {
        var registered = await RegisterAsync("Kirk");
        SqliteConnection.ClearAllPools();

        var everything = Directory.GetFiles(_directory.Path).SelectMany(File.ReadAllBytes).ToArray();

        Assert.Equal(-1, everything.AsSpan().IndexOf(Convert.FromHexString(registered.Token.Reveal())));
        Assert.Equal(-1, everything.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(registered.Token.Reveal())));
    }

    [Fact]
    public void The_control_key_stays_the_same()
    {
        var first = new GameLedger(new SqliteDatabase(_directory.Path)).ControlKey();
        var second = new GameLedger(new SqliteDatabase(_directory.Path)).ControlKey();

        Assert.Equal(32, first.Length);
        Assert.Equal(first, second);
    }

    [Fact]
    public void The_ledger_knows_how_many_games_were_left_running()
    {
        var ledger = new GameLedger(new SqliteDatabase(_directory.Path));
        var (back, ended, lost) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        ledger.Add(back, 100, 8081);
        ledger.Add(ended, 101, 8082);
        ledger.Add(lost, 102, 8083);
        ledger.Remove(ended);

        Assert.Equal(2, new GameLedger(new SqliteDatabase(_directory.Path)).Count());
        ledger.Keep([back]);
        Assert.Equal(1, ledger.Count());
    }

    public void Dispose() => _directory.Dispose();

    private SqlitePlayerRegistry Open() => new(new SqliteDatabase(_directory.Path), TimeProvider.System);

    private async Task<SignIn.Registered> RegisterAsync(string name) =>
        Assert.IsType<SignIn.Registered>(await Open().SignInAsync(name, null, Cancel));
}
