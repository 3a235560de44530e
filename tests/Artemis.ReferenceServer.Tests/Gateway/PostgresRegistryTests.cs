using Artemis.ReferenceServer.Gateway.Registry;

namespace Artemis.ReferenceServer.Tests.Gateway;

public sealed class PostgresRegistryTests(PostgresServer server) : RegistryTests, IClassFixture<PostgresServer>, IAsyncLifetime
{
    private readonly List<PostgresDatabase> _opened = [];
    private string _connection = "";

    [Fact]
    public async Task Many_gateways_may_make_the_tables_at_once()
    {
        var connection = await server.CreateDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new PostgresDatabase(connection).Dispose(), Cancel)));
    }

    public async ValueTask InitializeAsync() => _connection = await server.CreateDatabaseAsync();

    public ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
            database.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override IRegistryDatabase OpenDatabase()
    {
        var database = new PostgresDatabase(_connection);
        _opened.Add(database);
        return database;
    }
}
