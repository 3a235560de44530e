using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game;

/// <summary>The one thread on which a game happens.</summary>
internal sealed partial class GameThread
{
    private readonly Inbox<GameInput> _inbox;
    private readonly GameRoom _room;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GameThread(Inbox<GameInput> inbox, GameRoom room, ILogger log)
    {
        _inbox = inbox;
        _room = room;
        _log = log;
    }

    /// <summary>Ends when the game is over, with the error if one ended it.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Begins.</summary>
    public void Start() => new Thread(Run) { Name = "Game", IsBackground = true, Priority = ThreadPriority.AboveNormal }.Start();

    private void Run()
    {
        using var scope = _log.BeginScope(_room.Whom);
        try
        {
            while (!_room.IsOver)
            {
                foreach (var input in _inbox.Take(_room.NextWait()))
                    _room.Handle(input);
                _room.Advance();
            }

            _ended.TrySetResult();
        }
        catch (Exception exception)
        {
            // A game that has come into a state nobody thought of must not go on as if it were well.
            LogBroken(exception);
            _ended.TrySetException(exception);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The game came to an error that it cannot go on from.")]
    private partial void LogBroken(Exception exception);
}
