using System.Globalization;
using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>Names of the frames that a game sends, for people.</summary>
internal static class FrameNames
{
    private static readonly Dictionary<uint, string> Names = new()
    {
        [Welcome.PacketType] = nameof(Welcome),
        [Protocol.Version.PacketType] = nameof(Protocol.Version),
        [GameStart.PacketType] = nameof(GameStart),
        [ObjectUpdate.PacketType] = nameof(ObjectUpdate),
        [Events.PacketType] = nameof(Events),
        [TimeSync.PacketType] = nameof(TimeSync),
        [SessionState.PacketType] = nameof(SessionState),
        [PlayerJoined.PacketType] = nameof(PlayerJoined),
        [PlayerLeft.PacketType] = nameof(PlayerLeft),
        [PlayerMoved.PacketType] = nameof(PlayerMoved),
        [ChatMessage.PacketType] = nameof(ChatMessage),
        [PlayerReady.PacketType] = nameof(PlayerReady),
        [ShipRenamed.PacketType] = nameof(ShipRenamed),
        [SessionConfigured.PacketType] = nameof(SessionConfigured),
        [SessionResults.PacketType] = nameof(SessionResults),
        [SessionClosing.PacketType] = nameof(SessionClosing),
        [GameError.PacketType] = nameof(GameError),
    };

    /// <summary>The name of a frame's type.</summary>
    public static string Of(uint type) => Names.GetValueOrDefault(type) ?? string.Create(CultureInfo.InvariantCulture, $"0x{type:x}");
}
