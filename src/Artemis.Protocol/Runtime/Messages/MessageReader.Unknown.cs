#if USE_MESSAGEPACK_CSHARP
using MessagePack;
#else
using Artemis.Protocol.MessagePack;
#endif

namespace Artemis.Protocol.Runtime;

/// <content>Keys that the schema does not have.</content>
public ref partial struct MessageReader
{
    /// <summary>Passes over the value of a key that the schema does not have, and keeps both.</summary>
    public bool ReadUnknown(ref UnknownKeys? unknown)
    {
        var start = pairStart;
        if (!Skip())
            return false;
        unknown = UnknownKeys.Append(unknown, body[start..(int)reader.Consumed]);
        return true;
    }

    private bool Skip()
    {
        valueStart = (int)reader.Consumed;
        int values;
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                values = reader.ReadArrayHeader();
                break;
            case MessagePackType.Map:
                values = reader.ReadMapHeader() * 2;
                break;
            case MessagePackType.Unknown:
                return Bad();
            default:
                reader.Skip();
                return true;
        }

        if (!Begin())
            return false;
        for (; values > 0; values--)
        {
            if (!Skip())
                return false;
        }

        Leave();
        return true;
    }
}
