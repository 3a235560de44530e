using Artemis.Protocol.Runtime;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replication.Events;

/// <summary>What happened in a tick, as a ship is told of it.</summary>
internal static class EventFrame
{
    // A type, a length and the longest event: one with words.
    private const int MaxEventBytes = 4 + 264;

    /// <summary>Bytes that the packets of a tick have at most.</summary>
    /// <param name="simulation">What happened.</param>
    /// <param name="refusals">How many commands were refused.</param>
    public static int SizeOf(GameSimulation simulation, int refusals)
    {
        var count = simulation.Events.Length + refusals;
        return count == 0 ? 0 : 2 * FrameHeader.Size + (count * MaxEventBytes);
    }

    /// <summary>Writes what concerns a ship, as one packet; as more only if it does not fit into one.</summary>
    /// <param name="simulation">What happened.</param>
    /// <param name="ship">The ship's index.</param>
    /// <param name="refusals">Commands of its crew that were refused.</param>
    /// <param name="version">What they speak.</param>
    /// <param name="destination">Gets the packets.</param>
    /// <returns>Bytes written; 0 if nothing happened.</returns>
    public static int Write(
        GameSimulation simulation, int ship, List<CommandRefused> refusals, ProtocolVersion version, Span<byte> destination)
    {
        var concerned = false;
        foreach (ref readonly var happened in simulation.Events)
            concerned |= Concerns(in happened, ship);
        if (!concerned && refusals.Count == 0)
            return 0;

        var length = 0;
        var head = new Protocol.Events { Tick = simulation.Tick };
        var writer = new EventsWriter(destination, in head, version);
        foreach (ref readonly var happened in simulation.Events)
        {
            if (!Concerns(in happened, ship) || EventMapping.TryAdd(ref writer, in happened))
                continue;
            length += writer.Finish();
            writer = new EventsWriter(destination[length..], in head, version);
            EventMapping.TryAdd(ref writer, in happened);
        }

        foreach (var refused in refusals)
        {
            if (writer.TryAdd(in refused))
                continue;
            length += writer.Finish();
            writer = new EventsWriter(destination[length..], in head, version);
            writer.TryAdd(in refused);
        }

        return length + writer.Finish();
    }

    private static bool Concerns(in GameEvent happened, int ship) => (happened.Ships & (1 << ship)) != 0;
}
