using Artemis.ReferenceServer.CommandLine.Api;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.CommandLine.Operator;

/// <summary>Finds what a person means by an id, the beginning of one, or a name.</summary>
internal static class SessionFinder
{
    /// <summary>Finds a session.</summary>
    /// <exception cref="StartupException">There is none, or more than one.</exception>
    public static async Task<OperatedSession> FindAsync(ServerApi api, string wanted, CancellationToken cancel)
    {
        var sessions = (await api.GetStatusAsync(cancel)).Sessions;
        return Only([.. sessions.Where(session => IsMeant(wanted, session.Session.Id, session.Session.Name))], "session", wanted);
    }

    /// <summary>Finds a player in a session.</summary>
    /// <exception cref="StartupException">There is none, or more than one.</exception>
    public static OperatedPlayer FindPlayer(OperatedSession session, string wanted) =>
        Only([.. session.Crew.Where(player => IsMeant(wanted, player.PlayerId, player.Name))], "player", wanted);

    private static bool IsMeant(string wanted, Guid id, string name) =>
        string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase)
        || (wanted.Length >= 4 && id.ToString().StartsWith(wanted, StringComparison.OrdinalIgnoreCase));

    private static T Only<T>(T[] found, string kind, string wanted) => found.Length switch
    {
        1 => found[0],
        0 => throw new StartupException($"There is no {kind} '{wanted}'; artemis-server status lists them."),
        _ => throw new StartupException($"There are {found.Length} of the name '{wanted}'; say the id of the {kind} that you mean."),
    };
}
