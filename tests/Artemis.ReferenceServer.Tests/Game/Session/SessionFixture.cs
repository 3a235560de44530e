using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game.Session;

namespace Artemis.ReferenceServer.Tests.Game.Session;

/// <summary>A session with a clock that is moved by hand, which writes down what it tells its observer.</summary>
internal sealed class SessionFixture : ISessionObserver
{
    public SessionFixture(byte maxShips = 2)
    {
        Creator = Guid.NewGuid();
        var setup = new SessionSetup(Guid.NewGuid(), "Test", "siege", 5, maxShips, Creator);
        Session = new GameSession(setup, Options, Scenarios.Contains, Lost.Contains, this, Now);
    }

    public SessionOptions Options { get; } = new();

    public GameSession Session { get; }

    public Guid Creator { get; }

    public TimeSpan Now { get; private set; } = TimeSpan.FromSeconds(100);

    public List<string> Log { get; } = [];

    /// <summary>Scenarios that there are.</summary>
    public HashSet<string> Scenarios { get; } = ["siege", "deep-strike"];

    /// <summary>Ships that are lost.</summary>
    public HashSet<byte> Lost { get; } = [];

    /// <summary>Reserves and enters.</summary>
    public Player Join(string name) => Join(Guid.NewGuid(), name);

    public Player JoinCreator() => Join(Creator, "Creator");

    public Player Join(Guid id, string name)
    {
        Assert.Null(Session.Reserve(id, name, Now, out var player));
        Assert.Null(Session.Enter(id, player!.Token.Reveal(), Now, out _, out _));
        return player;
    }

    public Player JoinAt(string name, byte ship, Console console)
    {
        var player = Join(name);
        Assert.Null(Session.SelectConsole(player, ship, console, keep: false, Now));
        return player;
    }

    /// <summary>A running game with the creator at the helm of ship 0.</summary>
    public Player StartAlone()
    {
        var creator = JoinCreator();
        Assert.Null(Session.SelectConsole(creator, 0, Console.Helm, keep: false, Now));
        Assert.Null(Session.SetReady(creator, true, Now));
        Assert.Null(Session.Start(creator, Now));
        return creator;
    }

    public Refusal? Return(Player player, out bool superseded) =>
        Session.Enter(player.Id, player.Token.Reveal(), Now, out _, out superseded);

    public void Wait(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        Session.Advance(Now);
    }

    void ISessionObserver.PlayerJoined(Player player) => Log.Add($"{player.Name} joined");

    void ISessionObserver.PlayerLeft(Player player, LeaveReason reason) => Log.Add($"{player.Name} left: {reason}");

    void ISessionObserver.PlayerMoved(Player player) =>
        Log.Add($"{player.Name} moved: {player.Ship} {string.Join('+', player.Consoles.ToArray())}");

    void ISessionObserver.PlayerReadyChanged(Player player) => Log.Add($"{player.Name} ready: {player.Ready}");

    void ISessionObserver.ShipRenamed(byte ship, string name) => Log.Add($"ship {ship} renamed: {name}");

    void ISessionObserver.ShipsChanged() => Log.Add("ships changed");

    void ISessionObserver.Configured() => Log.Add("configured");

    void ISessionObserver.StateChanged(GameState state) => Log.Add($"state: {state}");

    void ISessionObserver.Closing(string reason) => Log.Add($"closing: {reason}");
}
