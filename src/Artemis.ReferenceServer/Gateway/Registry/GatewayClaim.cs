using System.Data.Common;
using System.Text.RegularExpressions;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Gateway.Registry;

/// <summary>
/// Sees to it that each gateway of a database has a name of its own. Two of one name would take each other's games for their own that
/// have been lost.
/// </summary>
internal static partial class GatewayClaim
{
    // One that is just ending, or was killed a moment ago, is waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Claims the name.</summary>
    /// <returns>Gives it free.</returns>
    /// <exception cref="StartupException">The name is none, or another gateway has it.</exception>
    public static async Task<IDisposable> TakeAsync(IRegistryDatabase database, ServerOptions options, TimeProvider time)
    {
        var name = options.GatewayName;
        if (!Names().IsMatch(name))
            throw new StartupException("Artemis:GatewayName has 1 to 64 letters, digits, dots, dashes or underlines, and begins with a letter or digit.");
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                if (database.TryClaim(name) is { } claim)
                    return claim;
            }
            catch (Exception exception) when (exception is DbException or TimeoutException)
            {
                throw new StartupException($"The database of the player registry cannot be used: {exception.Message.TrimEnd('.')}.");
            }

            if (time.GetElapsedTime(started) > Patience)
            {
                throw new StartupException(
                    $"A gateway '{name}' runs on this database already. Stop it, or give this one a name of its own: "
                    + "Artemis:GatewayName (ARTEMIS__GatewayName).");
            }

            await Task.Delay(Pause, time);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex Names();
}
