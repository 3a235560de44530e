namespace Artemis.ReferenceServer.Game.Commands;

/// <summary>A command that waits for its tick.</summary>
/// <param name="Time">When it was given, on the game's clock in ms.</param>
/// <param name="Slot">The sender's place in the session.</param>
/// <param name="Sequence">The sender's number of it.</param>
/// <param name="Ship">The sender's ship.</param>
/// <param name="Subtype">Which command.</param>
/// <param name="Offset">Where its body begins.</param>
/// <param name="Length">How long its body is.</param>
public readonly record struct QueuedCommand(
    double Time, byte Slot, uint Sequence, byte Ship, uint Subtype, int Offset, int Length);

/// <summary>
/// The commands of one tick. They run in an order that depends on when they were given and not on when they came, and all of a
/// client's in the order it gave them. Bodies lie in one buffer that is used again.
/// </summary>
public sealed class CommandQueue
{
    /// <summary>Most commands a tick; a crew of 48 has no reason for more.</summary>
    public const int MaxCommands = 1024;

    // By time, then by slot, then by sequence. Kept, because a comparer would be wrapped into a new delegate each time.
    private static readonly Comparison<QueuedCommand> TickOrder = static (left, right) =>
    {
        var byTime = left.Time.CompareTo(right.Time);
        if (byTime != 0)
            return byTime;
        var bySlot = left.Slot.CompareTo(right.Slot);
        return bySlot != 0 ? bySlot : left.Sequence.CompareTo(right.Sequence);
    };

    private readonly QueuedCommand[] _commands = new QueuedCommand[MaxCommands];
    private byte[] _bodies = new byte[4096];
    private int _bodyLength;

    /// <summary>Commands that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a command; its body is copied.</summary>
    /// <returns>False if there are too many.</returns>
    public bool TryAdd(double time, byte slot, uint sequence, byte ship, uint subtype, ReadOnlySpan<byte> body)
    {
        if (Count == MaxCommands)
            return false;
        if (_bodies.Length - _bodyLength < body.Length)
            Array.Resize(ref _bodies, Math.Max(_bodies.Length * 2, _bodyLength + body.Length));
        body.CopyTo(_bodies.AsSpan(_bodyLength));
        _commands[Count++] = new QueuedCommand(time, slot, sequence, ship, subtype, _bodyLength, body.Length);
        _bodyLength += body.Length;
        return true;
    }

    /// <summary>Puts the commands into the order in which they run.</summary>
    public ReadOnlySpan<QueuedCommand> Sort()
    {
        var commands = _commands.AsSpan(0, Count);
        commands.Sort(TickOrder);
        return commands;
    }

    /// <summary>A command's body.</summary>
    public ReadOnlySpan<byte> BodyOf(in QueuedCommand command) => _bodies.AsSpan(command.Offset, command.Length);

    /// <summary>Forgets all commands.</summary>
    public void Clear()
    {
        Count = 0;
        _bodyLength = 0;
    }
}
