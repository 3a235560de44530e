using System.Data.Common;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>
/// Where players, past results and the ledger of games are kept. All speak the SQL that SQLite and PostgreSQL have in common; each makes its own
/// tables.
/// </summary>
public interface IRegistryDatabase
{
    /// <summary>Opens a connection, which the caller disposes. They are pooled.</summary>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    DbConnection Open();

    /// <inheritdoc cref="Open"/>
    Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Claims a gateway's name: as long as the claim is held, no other gateway gets it.</summary>
    /// <param name="gateway">The name.</param>
    /// <returns>The claim, which ends with its disposal or with the process; null if another gateway holds it.</returns>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    IDisposable? TryClaim(string gateway);
}

/// <summary>Chooses the database.</summary>
public static class RegistryDatabase
{
    /// <summary>PostgreSQL if the settings name a connection, else a SQLite file in the data folder.</summary>
    /// <exception cref="StartupException">It cannot be used; the message says what to do.</exception>
    public static IRegistryDatabase Open(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return options.Database.Length == 0
                ? new SqliteDatabase(options.DataDirectory, options.DataLimitMegabytes)
                : new PostgresDatabase(options.Database);
        }
        catch (Exception exception) when (exception is DbException or ArgumentException or TimeoutException
            or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            // Not the connection string, which has a password in it.
            var reason = exception.Message.TrimEnd('.');
            throw new StartupException(options.Database.Length == 0
                ? $"The player registry in '{options.DataDirectory}' cannot be used: {reason}. Choose another folder with --data."
                : $"The database of the player registry cannot be used: {reason}. Check the setting Database "
                    + "(ARTEMIS__Database), such as Host=db.example;Username=artemis;Password=...;Database=artemis.");
        }
    }
}
