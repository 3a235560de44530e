using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Artemis.Simulation;

/// <summary>
/// Plays a game and writes down all that went into it, so that <see cref="GameReplay"/> can play it again. Use it in place
/// of the game's own <see cref="GameSimulation.TryApply"/>, <see cref="GameSimulation.SetCrew"/> and <see cref="GameSimulation.Step()"/>.
/// </summary>
public sealed class GameRecorder
{
    private readonly IBufferWriter<byte> _output;

    /// <summary>Begins a recording of a game that has not taken a step yet.</summary>
    /// <param name="game">The game.</param>
    /// <param name="output">Gets the bytes; the caller brings them to a file as it likes.</param>
    /// <exception cref="ArgumentException">The game has begun already.</exception>
    public GameRecorder(GameSimulation game, IBufferWriter<byte> output)
    {
        if (game.Tick != 0) throw new ArgumentException("A recording begins with the game.", nameof(game));
        Game = game;
        _output = output;
        WriteHeader(game.Setup);
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
        WriteByte(RecordingFormat.Order);
        WriteByte((byte)ship);
        WriteByte((byte)consoles);
        WriteUInt16((ushort)order.Kind);
        WriteUInt32(order.ObjectId);
        WriteUInt64(BitConverter.DoubleToUInt64Bits(order.Value));
        WriteUInt32((uint)order.Number);
        WriteUInt32((uint)order.Other);
        WriteByte(order.On ? (byte)1 : (byte)0);
        WriteText(order.Text);
        if (order.Kind != OrderKind.EngineeringSetAll) return true;
        for (int i = 0; i < SystemArray.Count; i++) WriteUInt16(order.Percent[i]);
        for (int i = 0; i < SystemArray.Count; i++) WriteUInt16(order.Coolant[i]);
        return true;
    }

    /// <summary>Says which consoles of a ship people work.</summary>
    /// <param name="ship">Index of the ship.</param>
    /// <param name="manned">The consoles.</param>
    public void SetCrew(int ship, ConsoleSet manned)
    {
        Game.SetCrew(ship, manned);
        WriteByte(RecordingFormat.Crew);
        WriteByte((byte)ship);
        WriteByte((byte)manned);
    }

    /// <summary>Moves the game on by one tick and writes its hash down.</summary>
    public void Step()
    {
        Game.Step();
        WriteByte(RecordingFormat.Step);
        WriteUInt64(Game.Hash());
    }

    private void WriteHeader(GameSetup setup)
    {
        WriteUInt32(RecordingFormat.Magic);
        WriteUInt16(RecordingFormat.Version);
        WriteText(setup.Scenario.Id);
        WriteByte((byte)setup.Difficulty);
        WriteUInt64(setup.Seed);
        WriteUInt64(BitConverter.DoubleToUInt64Bits(setup.WorldLimit));
        WriteUInt64(BitConverter.DoubleToUInt64Bits(setup.SpeedLimit));
        WriteUInt64(setup.Scenario.Fingerprint);
        WriteUInt64(setup.Balance.Fingerprint);
        WriteByte((byte)setup.Ships.Count);
        foreach (var ship in setup.Ships)
        {
            WriteText(ship.Name);
            WriteByte((byte)ship.Class);
            WriteByte((byte)ship.Manned);
            WriteByte((byte)ship.Assisted);
        }
    }

    private void WriteByte(byte value)
    {
        _output.GetSpan(1)[0] = value;
        _output.Advance(1);
    }

    private void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_output.GetSpan(2), value);
        _output.Advance(2);
    }

    private void WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_output.GetSpan(4), value);
        _output.Advance(4);
    }

    private void WriteUInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_output.GetSpan(8), value);
        _output.Advance(8);
    }

    private void WriteText(string? text)
    {
        if (text is null)
        {
            WriteUInt16(RecordingFormat.NoText);
            return;
        }
        int count = Encoding.UTF8.GetByteCount(text);
        WriteUInt16((ushort)count);
        Encoding.UTF8.GetBytes(text, _output.GetSpan(count));
        _output.Advance(count);
    }
}
