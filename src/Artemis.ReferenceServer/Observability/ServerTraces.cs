using System.Diagnostics;

namespace Artemis.ReferenceServer.Observability;

/// <summary>What a server can be watched at, step by step. Nothing is recorded, and nothing costs anything, unless somebody collects it.</summary>
internal static class ServerTraces
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "Artemis.Server";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step; null if nobody collects.</summary>
    /// <param name="name">What is done, such as <c>artemis.session.create</c>.</param>
    /// <param name="whom">Whom it concerns.</param>
    public static Activity? Begin(string name, LogScope? whom = null)
    {
        var activity = Source.StartActivity(name);
        if (activity is not null && whom is not null)
        {
            activity.SetTag("artemis.session.id", whom.SessionId);
            activity.SetTag("artemis.player.id", whom.PlayerId);
        }

        return activity;
    }

    /// <summary>Notes that a step failed.</summary>
    public static void Fail(this Activity? activity, string code, string reason) =>
        activity?.SetTag("error.type", code).SetStatus(ActivityStatusCode.Error, reason);
}
