using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>Lets no exception of an observer into the client: see <see cref="Callback"/>.</summary>
/// <param name="observer">Whom to tell; null for nobody.</param>
internal sealed class GuardedObserver(GameObserver? observer) : GameObserver
{
    public override void OnLink(LinkState link) => Tell(static (observer, link) => observer.OnLink(link), link);

    public override void OnSession(SessionView session) => Tell(static (observer, session) => observer.OnSession(session), session);

    public override void OnChat(ChatMessage message) => Tell(static (observer, message) => observer.OnChat(message), message);

    public override void OnStart(in GameStart start) => Tell(static (observer, start) => observer.OnStart(in start), start);

    public override void OnUpdate(World world) => Tell(static (observer, world) => observer.OnUpdate(world), world);

    public override void OnEvent(GameEvent happened) => Tell(static (observer, happened) => observer.OnEvent(happened), happened);

    public override void OnSceneEvent(GameEvent happened) =>
        Tell(static (observer, happened) => observer.OnSceneEvent(happened), happened);

    public override void OnRefused(in CommandRefused refusal) =>
        Tell(static (observer, refusal) => observer.OnRefused(in refusal), refusal);

    public override void OnResults(SessionResults results) => Tell(static (observer, results) => observer.OnResults(results), results);

    public override void OnError(ArtemisException failure) => Tell(static (observer, failure) => observer.OnError(failure), failure);

    private void Tell<T>(Action<GameObserver, T> tell, T what)
    {
        if (observer is null) return;
        try
        {
            tell(observer, what);
        }
        catch (Exception error)
        {
            Callback.Report(error);
        }
    }
}
