using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game;

/// <summary>Who a game process is to its gateway.</summary>
/// <param name="ProcessId">Its id, chosen by the gateway.</param>
/// <param name="Secret">What proves it.</param>
/// <param name="Host">The host that started it; null if the gateway did.</param>
/// <param name="PublicUrl">How clients reach it, with <c>{host}</c> and <c>{port}</c>; null if the gateway knows.</param>
internal sealed record GameIdentity(Guid ProcessId, string Secret, string? Host, string? PublicUrl)
{
    /// <summary>Takes the secret out of the environment: what the process might start has no business with it.</summary>
    /// <exception cref="StartupException">There is none.</exception>
    public static string TakeSecret()
    {
        var secret = Environment.GetEnvironmentVariable(ControlSecret.Variable)
            ?? throw new StartupException(
                $"The secret is missing from the environment variable {ControlSecret.Variable}. Games are started by a gateway or a host.");
        Environment.SetEnvironmentVariable(ControlSecret.Variable, null);
        return secret;
    }

    /// <summary>The identity without its secret.</summary>
    public override string ToString() => $"game {ProcessId}";
}
