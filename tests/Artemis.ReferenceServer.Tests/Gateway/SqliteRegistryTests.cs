using System.Data.Common;
using Artemis.ReferenceServer.Gateway.Registry;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Artemis.ReferenceServer.Tests.Gateway;

public sealed class SqliteRegistryTests : RegistryTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

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
    public async Task A_full_disk_keeps_out_only_those_who_are_new()
    {
        var kirk = await RegisterAsync("Kirk");
        var full = new SqliteDatabase(_directory.Path, limitMegabytes: 0.0001);
        await using (var connection = await full.OpenAsync(Cancel))
        {
            // Whatever room is left in its pages.
            await Assert.ThrowsAsync<SqliteException>(async () =>
            {
                for (var i = 0; ; i++)
                    await connection.ExecuteAsync("INSERT INTO settings (key, value) VALUES (@key, @value)", new { key = $"filler {i}", value = new byte[100] });
            });
        }

        var registry = new PlayerRegistry(
            full, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<PlayerRegistry>.Instance);
        var known = await registry.SignInAsync("Kirk", kirk.Token.Reveal(), Cancel);
        Assert.Equal(kirk.PlayerId, Assert.IsType<SignIn.Recognized>(known).PlayerId);
        var refused = await Assert.ThrowsAnyAsync<DbException>(async () =>
        {
            for (var i = 0; ; i++)
                await registry.SignInAsync($"Ensign {i}", null, Cancel);
        });
        Assert.Equal(SqliteFull, Assert.IsType<SqliteException>(refused).SqliteErrorCode);

        // With room again, all is as it was. The limit is that of connections, which are pooled.
        SqliteConnection.ClearAllPools();
        Assert.IsType<SignIn.Recognized>(await Open().SignInAsync("Kirk", kirk.Token.Reveal(), Cancel));
        await RegisterAsync("Spock");
    }

    public void Dispose() => _directory.Dispose();

    private const int SqliteFull = 13;

    private protected override IRegistryDatabase OpenDatabase() => new SqliteDatabase(_directory.Path);

    [Fact]
    public void The_file_is_for_nobody_but_the_servers_user_to_read()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryDirectory();

        var database = new SqliteDatabase(folder.Path);
        using var connection = database.Open();

        var files = Directory.GetFiles(folder.Path, "artemis.db*");
        Assert.True(files.Length > 1, "SQLite keeps its journal beside the file.");
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
}
