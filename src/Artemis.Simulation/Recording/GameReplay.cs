using System.Buffers.Binary;
using System.Text;

namespace Artemis.Simulation;

/// <summary>Plays a recorded game again and checks that it goes as it went.</summary>
public sealed class GameReplay
{
    private readonly ReadOnlyMemory<byte> _recording;
    private int _offset;

    /// <summary>Lays out the recorded game.</summary>
    /// <param name="recording">All of the recording.</param>
    /// <param name="findScenario">Finds a scenario by id; null where there is none.</param>
    /// <param name="balance">The balance that the game was played with.</param>
    /// <exception cref="RecordingException">Not a recording, or of another version, scenario or balance.</exception>
    public GameReplay(ReadOnlyMemory<byte> recording, Func<string, Scenario?> findScenario, Balance balance)
    {
        _recording = recording;
        Game = new GameSimulation(ReadHeader(findScenario, balance));
    }

    /// <summary>The game, as far as it was played again.</summary>
    public GameSimulation Game { get; }

    /// <summary>Whether the recording is at its end.</summary>
    public bool IsAtEnd => _offset == _recording.Length;

    /// <summary>Plays one more tick.</summary>
    /// <returns>False at the end of the recording.</returns>
    /// <exception cref="RecordingException">The recording is damaged, or the game went otherwise; the message says where.</exception>
    public bool Step()
    {
        while (!IsAtEnd)
        {
            int begin = _offset;
            byte kind = ReadByte();
            switch (kind)
            {
                case RecordingFormat.Order:
                    Apply();
                    break;
                case RecordingFormat.Crew:
                    Game.SetCrew(ReadShip(), (ConsoleSet)ReadByte());
                    break;
                case RecordingFormat.Step:
                    ulong recorded = ReadUInt64();
                    Game.Step();
                    if (Game.Hash() != recorded) throw new RecordingException($"The game went otherwise at tick {Game.Tick}.");
                    return true;
                default:
                    throw new RecordingException($"The recording is damaged: no entry of kind {kind}, at byte {begin}.");
            }
        }
        return false;
    }

    private void Apply()
    {
        int begin = _offset;
        int ship = ReadShip();
        var consoles = (ConsoleSet)ReadByte();
        var order = new Order
        {
            Kind = (OrderKind)ReadUInt16(),
            ObjectId = ReadUInt32(),
            Value = BitConverter.UInt64BitsToDouble(ReadUInt64()),
            Number = (int)ReadUInt32(),
            Other = (int)ReadUInt32(),
            On = ReadByte() != 0,
            Text = ReadText(),
        };
        if (order.Kind == OrderKind.EngineeringSetAll)
        {
            for (int i = 0; i < SystemArray.Count; i++) order.Percent[i] = ReadUInt16();
            for (int i = 0; i < SystemArray.Count; i++) order.Coolant[i] = ReadUInt16();
        }
        if (!Game.TryApply(ship, consoles, in order, out var reason))
            throw new RecordingException($"The game went otherwise after tick {Game.Tick}: {order.Kind} was refused ({reason}), at byte {begin}.");
    }

    private GameSetup ReadHeader(Func<string, Scenario?> findScenario, Balance balance)
    {
        if (_recording.Length < 6 || ReadUInt32() != RecordingFormat.Magic) throw new RecordingException("This is not a recording of a game.");
        ushort version = ReadUInt16();
        if (version != RecordingFormat.Version)
            throw new RecordingException($"The recording is of version {version}; this program reads version {RecordingFormat.Version}.");
        string id = ReadText() ?? "";
        var scenario = findScenario(id) ?? throw new RecordingException($"The recording's scenario '{id}' is not known.");
        int difficulty = ReadByte();
        ulong seed = ReadUInt64();
        double worldLimit = BitConverter.UInt64BitsToDouble(ReadUInt64());
        double speedLimit = BitConverter.UInt64BitsToDouble(ReadUInt64());
        if (ReadUInt64() != scenario.Fingerprint) throw new RecordingException($"The scenario '{id}' has changed since the recording.");
        if (ReadUInt64() != balance.Fingerprint) throw new RecordingException("The balance has changed since the recording.");
        int count = ReadByte();
        if (count is < 1 or > 8 || difficulty is < 1 or > 11) throw new RecordingException("The recording is damaged: its header makes no sense.");
        var ships = new ShipSetup[count];
        for (int i = 0; i < count; i++)
        {
            string name = ReadText() ?? "";
            byte shipClass = ReadByte();
            if (shipClass > (byte)ShipClass.Dreadnought) throw new RecordingException("The recording is damaged: no such class of ship.");
            ships[i] = new ShipSetup(name, (ShipClass)shipClass, (ConsoleSet)ReadByte()) { Assisted = (ConsoleSet)ReadByte() };
        }
        return new GameSetup(scenario, difficulty, seed, ships)
        {
            Balance = balance,
            WorldLimit = worldLimit,
            SpeedLimit = speedLimit,
        };
    }

    private int ReadShip()
    {
        int ship = ReadByte();
        return ship < Game.PlayerShips.Length ? ship : throw new RecordingException($"The recording is damaged: no ship {ship}, at byte {_offset - 1}.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_recording.Length - _offset < count) throw new RecordingException($"The recording is cut off at byte {_recording.Length}.");
        var taken = _recording.Span.Slice(_offset, count);
        _offset += count;
        return taken;
    }

    private byte ReadByte() => Take(1)[0];

    private ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    private uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    private ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    private string? ReadText()
    {
        ushort count = ReadUInt16();
        return count == RecordingFormat.NoText ? null : Encoding.UTF8.GetString(Take(count));
    }
}
