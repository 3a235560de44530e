using System.Buffers;
using Artemis.Benchmarks.Harness;
using Artemis.Benchmarks.Peers;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Benchmarks.Codec;

/// <summary>The largest of the usual MessagePack messages: the list of sessions.</summary>
internal static class SessionListBench
{
    private const int Sessions = 20;

    public static void Run(Suite suite)
    {
        var sessions = Samples.Sessions(Sessions);
        var list = new SessionList { Sessions = sessions };
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        list.Encode(buffer);
        var encoded = buffer.WrittenSpan.ToArray();

        var json = new JsonSessionList { Sessions = [.. sessions.Select(ToJson)] };
        var protobuf = new Peers.Protobuf.SessionList { Sessions = { sessions.Select(ToProtobuf) } };

        suite.Run(
            "SessionList.messagepack.encode",
            encoded.Length,
            count =>
            {
                for (var i = 0; i < count; i++)
                {
                    buffer.ResetWrittenCount();
                    list.Encode(buffer);
                }
            },
            ProtobufPeer.Encode(protobuf),
            JsonPeer.Encode(json, JsonModels.Default.JsonSessionList));
        suite.Run(
            "SessionList.messagepack.decode",
            encoded.Length,
            count =>
            {
                for (var i = 0; i < count; i++)
                {
                    if (SessionList.TryDecode(encoded, out _, out _) != DecodeStatus.Ok)
                        throw new InvalidOperationException("The codec refused its own bytes.");
                }
            },
            ProtobufPeer.Parse(Peers.Protobuf.SessionList.Parser, protobuf),
            JsonPeer.Decode(json, JsonModels.Default.JsonSessionList));
    }

    private static JsonSession ToJson(SessionSummary session) => new()
    {
        Id = session.Id.ToString(),
        Name = session.Name,
        Scenario = session.Scenario,
        Difficulty = session.Difficulty,
        State = (int)session.State,
        Ships = session.Ships,
        MaxShips = session.MaxShips,
        Players = session.Players,
        MaxPlayers = session.MaxPlayers,
        Locked = session.Locked,
        Creator = session.Creator,
        CreatedAt = session.CreatedAt,
    };

    private static Peers.Protobuf.SessionSummary ToProtobuf(SessionSummary session) => new()
    {
        Id = session.Id.ToString(),
        Name = session.Name,
        Scenario = session.Scenario,
        Difficulty = session.Difficulty,
        State = (uint)session.State,
        Ships = session.Ships,
        MaxShips = session.MaxShips,
        Players = session.Players,
        MaxPlayers = session.MaxPlayers,
        Locked = session.Locked,
        Creator = session.Creator,
        CreatedAt = session.CreatedAt,
    };
}
