using System.Buffers;

namespace Artemis.Simulation;

/// <summary>
/// Plays a game and writes down all that went into it, so that <see cref="GameReplay"/> can play it again. Use it in place
/// of the game's own <see cref="GameSimulation.TryApply"/>, <see cref="GameSimulation.SetCrew"/> and <see cref="GameSimulation.Step()"/>,
/// and take what it wrote by <see cref="WriteTo"/> as often as no more than that may be lost.
/// </summary>
public sealed class GameRecorder
{
    private readonly ArrayBufferWriter<byte> _closed = new(1024);
    private readonly RecordingWriter _writer = new();
    private bool _ended;

    /// <summary>Begins a recording of a game that has not taken a step yet.</summary>
    /// <param name="game">The game.</param>
    /// <exception cref="ArgumentException">The game has begun already.</exception>
    public GameRecorder(GameSimulation game)
    {
        ArgumentNullException.ThrowIfNull(game);
        if (game.Tick != 0) throw new ArgumentException("A recording begins with the game.", nameof(game));
        Game = game;
        WriteHead(_writer, game.Setup);
        _writer.WriteBlock(_closed);
    }

    /// <summary>The game.</summary>
    public GameSimulation Game { get; }

    /// <summary>Carries out an order and writes it down, or refuses it.</summary>
    /// <param name="ship">Index of the crew's ship.</param>
    /// <param name="consoles">Consoles that the sender holds.</param>
    /// <param name="order">The order.</param>
    /// <param name="reason">Why it was refused.</param>
    /// <returns>Whether it was carried out.</returns>
    public bool TryApply(int ship, ConsoleSet consoles, in Order order, out RefusalReason reason)
    {
        if (!Game.TryApply(ship, consoles, in order, out reason)) return false;
        if (_ended) return true;
        _writer.Byte(RecordingFormat.Order);
        _writer.Byte((byte)ship);
        _writer.Byte((byte)consoles);
        _writer.UInt16((ushort)order.Kind);
        _writer.UInt32(order.ObjectId);
        _writer.Double(order.Value);
        _writer.UInt32((uint)order.Number);
        _writer.UInt32((uint)order.Other);
        _writer.Byte(order.On ? (byte)1 : (byte)0);
        // No other order looks at its text, which may then be of any length.
        _writer.Text(order.Kind == OrderKind.CommsText ? order.Text : null);
        if (order.Kind != OrderKind.EngineeringSetAll) return true;
        for (int i = 0; i < SystemArray.Count; i++) _writer.UInt16(order.Percent[i]);
        for (int i = 0; i < SystemArray.Count; i++) _writer.UInt16(order.Coolant[i]);
        return true;
    }

    /// <summary>Says which consoles of a ship people work.</summary>
    /// <param name="ship">Index of the ship.</param>
    /// <param name="manned">The consoles.</param>
    public void SetCrew(int ship, ConsoleSet manned)
    {
        bool changes = Game.PlayerShips[ship].Manned != (manned & ConsoleSet.All);
        Game.SetCrew(ship, manned);
        if (_ended || !changes) return;
        _writer.Byte(RecordingFormat.Crew);
        _writer.Byte((byte)ship);
        _writer.Byte((byte)manned);
    }

    /// <summary>Moves the game on by one tick and writes its hash down.</summary>
    public void Step()
    {
        Game.Step();
        NoteStep();
    }

    /// <summary>Moves the game on by one tick, measures its phases, and writes its hash down.</summary>
    /// <param name="elapsed">As for <see cref="GameSimulation.Step(Span{long})"/>.</param>
    public void Step(Span<long> elapsed)
    {
        Game.Step(elapsed);
        NoteStep();
    }

    /// <summary>Ends the recording. The game may go on, but nothing more is written.</summary>
    /// <param name="why">What readers are told.</param>
    public void End(RecordingEnd why)
    {
        if (_ended) return;
        _ended = true;
        _writer.Byte(RecordingFormat.End);
        _writer.Byte((byte)why);
    }

    /// <summary>Hands over what was written since the last time; all of it together, in this order, is the recording.</summary>
    /// <param name="output">Gets the bytes.</param>
    public void WriteTo(IBufferWriter<byte> output)
    {
        output.Write(_closed.WrittenSpan);
        _closed.ResetWrittenCount();
        _writer.WriteBlock(output);
    }

    private void NoteStep()
    {
        if (_ended) return;
        _writer.Byte(RecordingFormat.Step);
        _writer.UInt64(Game.Hash());
    }

    private static void WriteHead(RecordingWriter writer, GameSetup setup)
    {
        writer.Text(setup.Scenario.Id);
        writer.Byte((byte)setup.Difficulty);
        writer.UInt64(setup.Seed);
        writer.Double(setup.WorldLimit);
        writer.Double(setup.SpeedLimit);
        writer.UInt64(setup.Scenario.Fingerprint);
        writer.UInt64(setup.Balance.Fingerprint);
        writer.Byte((byte)setup.Ships.Count);
        foreach (var ship in setup.Ships)
        {
            writer.Text(ship.Name);
            writer.Byte((byte)ship.Class);
            writer.Byte((byte)ship.Manned);
            writer.Byte((byte)ship.Assisted);
        }
    }
}
