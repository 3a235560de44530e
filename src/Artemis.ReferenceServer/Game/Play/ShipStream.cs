using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>What a running game keeps for each ship: its channel, and what its crew did since the last tick.</summary>
/// <param name="index">The ship's index.</param>
/// <param name="world">The world as the protocol has it.</param>
internal sealed class ShipStream(int index, ReplicatedWorld world)
{
    private PlayerConnection? _helm;
    private uint _helmSequence;

    /// <summary>The ship's index.</summary>
    public int Index { get; } = index;

    /// <summary>Its channel.</summary>
    public ShipChannel Channel { get; } = new(index, world);

    /// <summary>Commands that were refused.</summary>
    public List<CommandRefused> Refusals { get; } = new(16);

    /// <summary>Whether the crew gave an order that was carried out.</summary>
    public bool Ordered { get; set; }

    /// <summary>A helm command was dealt with.</summary>
    public void NoteHelm(PlayerConnection connection, uint sequence)
    {
        _helm = connection;
        _helmSequence = sequence;
    }

    /// <summary>
    /// The last helm command that the state includes. Sequences begin anew with each connection, so another's do not count.
    /// </summary>
    /// <param name="helm">The connection of the one who is at the helm.</param>
    public uint HelmSequenceOf(PlayerConnection? helm) => helm is not null && helm == _helm ? _helmSequence : 0;
}
