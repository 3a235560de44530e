using System.Numerics;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>What a running game keeps for each ship: its channel, and what its crew did since the last tick.</summary>
internal sealed class ShipStream
{
    private readonly GameSimulation _simulation;
    private readonly Func<uint, bool> _canSee;
    private PlayerConnection? _helm;
    private uint _helmSequence;

    /// <summary>Makes one that has told nothing.</summary>
    /// <param name="index">The ship's index.</param>
    /// <param name="simulation">The simulation.</param>
    /// <param name="world">The world as the protocol has it.</param>
    /// <param name="means">How bytes are saved.</param>
    public ShipStream(int index, GameSimulation simulation, ReplicatedWorld world, Means means)
    {
        Index = index;
        Channel = new ShipChannel(index, world, means);
        _simulation = simulation;
        _canSee = id => simulation.CanSee(index, id);
    }

    /// <summary>The ship's index.</summary>
    public int Index { get; }

    /// <summary>Its channel.</summary>
    public ShipChannel Channel { get; }

    /// <summary>Where the ship is now and what it sees.</summary>
    public Viewpoint Viewpoint
    {
        get
        {
            ref readonly var own = ref _simulation.PlayerShips[Index];
            var center = new Vector3((float)own.Motion.PosX, (float)own.Motion.PosY, (float)own.Motion.PosZ);
            return new Viewpoint(center, own.Id, _canSee);
        }
    }

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
