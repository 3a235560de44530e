using System.ComponentModel.DataAnnotations;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>Limits of a WebSocket connection.</summary>
public sealed class TransportOptions
{
    /// <summary>How long a new connection may take to sign in or rejoin, in seconds.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double HandshakeSeconds { get; set; } = 10;

    /// <summary>Time between WebSocket pings, in seconds.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double PingSeconds { get; set; } = 10;

    /// <summary>How long an answer to a ping may take, in seconds.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double PongSeconds { get; set; } = 15;

    /// <summary>Frames that may wait to be sent to one connection; more of them close it.</summary>
    [Range(8, int.MaxValue)]
    public int OutboundFrames { get; set; } = 512;

    /// <summary>Bytes that may wait to be sent to one connection; more of them close it.</summary>
    [Range(65536, int.MaxValue)]
    public int OutboundBytes { get; set; } = 1 << 20;

    /// <summary>Largest WebSocket message taken from a client, in bytes; a larger one closes the connection.</summary>
    [Range(1024, 16 << 20)]
    public int InboundMessageBytes { get; set; } = 16 * 1024;

    /// <summary>Frames a second that a client may send on average; more close the connection.</summary>
    [Range(0.001, 1_000_000)]
    public double InboundFramesPerSecond { get; set; } = 120;

    /// <summary>Frames that a client may send at once.</summary>
    [Range(1, int.MaxValue)]
    public int InboundBurst { get; set; } = 360;

    /// <summary>
    /// Most bytes of a snapshot that come inside of a SESSION_STATE, which must fit into one frame; what is more follows in frames of
    /// its own.
    /// </summary>
    [Range(0, 60_000)]
    public int EmbeddedSnapshotBytes { get; set; } = 48 * 1024;

    /// <summary>The same for a connection between gateway and game, which carries longer messages.</summary>
    internal TransportOptions ForControl()
    {
        var control = (TransportOptions)MemberwiseClone();
        control.InboundMessageBytes = ArtemisProtocol.FrameLimit;
        return control;
    }

    /// <summary>How long a console may lag behind its ship's stream before it is closed, in seconds.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double LagSeconds { get; set; } = 10;

    /// <summary>Connections that one process holds at once.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 2000;
}
