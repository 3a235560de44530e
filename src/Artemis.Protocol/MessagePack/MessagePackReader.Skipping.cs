using System.Buffers;
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.MessagePack;

/// <content>Values that are passed, or taken as they are.</content>
public ref partial struct MessagePackReader
{
    /// <summary>Reads so many bytes as they are.</summary>
    public ReadOnlySequence<byte> ReadRaw(long length) => new(TakeMemory(checked((uint)length)));

    /// <summary>Reads the next value, whatever it is, as its bytes.</summary>
    public ReadOnlySequence<byte> ReadRaw()
    {
        int start = position;
        Skip();
        return new ReadOnlySequence<byte>(memory[start..position]);
    }

    /// <summary>Goes past bytes that the caller has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Pass(int length) => position += length;

    /// <summary>Passes the next value, whatever it is.</summary>
    public void Skip() => Skip(MaxDepth);

    private void Skip(int depth)
    {
        if (depth == 0) throw new MessagePackSerializationException($"Values are nested deeper than {MaxDepth}.");
        int nested;
        switch (NextMessagePackType)
        {
            case MessagePackType.Nil or MessagePackType.Boolean:
                position++;
                return;
            case MessagePackType.Integer:
                ReadWhole("a number", out _, out _);
                return;
            case MessagePackType.Float:
                ReadDouble();
                return;
            case MessagePackType.String:
                Take(ReadStringLength());
                return;
            case MessagePackType.Binary:
                ReadBytes();
                return;
            case MessagePackType.Extension:
                Take(ReadExtensionFormatHeader().Length);
                return;
            case MessagePackType.Array:
                nested = ReadArrayHeader();
                break;
            case MessagePackType.Map:
                nested = ReadMapHeader() * 2;
                break;
            default:
                throw Unexpected("a value");
        }

        while (nested-- > 0) Skip(depth - 1);
    }
}
