using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>What a game client tells. Everything is raised while receiving, one thing after another: be quick, and do not block.</summary>
/// <remarks>Derive from it and override what is of interest; each method does nothing by itself.</remarks>
public abstract class GameObserver
{
    /// <summary>The connection stands otherwise than before.</summary>
    public virtual void OnLink(LinkState link)
    {
    }

    /// <summary>The session, its roster or a seat has changed.</summary>
    public virtual void OnSession(SessionView session)
    {
    }

    /// <summary>Somebody said something.</summary>
    public virtual void OnChat(ChatMessage message)
    {
    }

    /// <summary>The game begins, or one has come into one that runs.</summary>
    public virtual void OnStart(in GameStart start)
    {
    }

    /// <summary>The world has moved on.</summary>
    public virtual void OnUpdate(World world)
    {
    }

    /// <summary>Something happened. Heard as soon as it comes.</summary>
    public virtual void OnEvent(GameEvent happened)
    {
    }

    /// <summary>The same, heard by <see cref="GameClient.Advance"/> when the moment that the scene shows reaches it.</summary>
    public virtual void OnSceneEvent(GameEvent happened)
    {
    }

    /// <summary>An order of this client was not carried out.</summary>
    public virtual void OnRefused(in CommandRefused refusal)
    {
    }

    /// <summary>The game is over.</summary>
    public virtual void OnResults(SessionResults results)
    {
    }

    /// <summary>A request could not be met.</summary>
    public virtual void OnError(ArtemisException failure)
    {
    }
}
