using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Checks that everything binary fits a frame. Messages are bounded by it when they are encoded.</summary>
internal sealed class SizeRules(BindingContext context, ProtocolModel protocol)
{
    private const int HeaderSize = 24;
    private const int ObjectEntryHead = 5;
    private const int ObjectStreamEnd = 1;
    private const int EventEntryHead = 4;

    public void Check()
    {
        foreach (var packet in protocol.Packets)
            CheckPacket(packet);
        foreach (var item in protocol.Events)
        {
            var body = WireSize.OfFields(item.Fields, protocol).Max;
            if (body > ushort.MaxValue)
                Report(item.Name, Rules.EventTooLarge, item.Name, body);
            else
                CheckEntry<EventStreamType>(item.Name, EventEntryHead + body, 0);
        }

        foreach (var command in protocol.Commands)
            CheckEntry<CommandBodyType>(command.Name, WireSize.OfFields(command.Fields, protocol).Max, 0);
        foreach (var item in protocol.Objects)
            CheckEntry<ObjectStreamType>(item.Name, ObjectEntryHead + WireSize.MaxOfObject(item, protocol), ObjectStreamEnd);
    }

    /// <summary>Streams are cut to what fits; all the rest of a packet must fit by itself.</summary>
    private void CheckPacket(PacketModel packet)
    {
        var size = HeaderSize + WireSize.OfFields(packet.Fields, protocol).Max;
        if (size > protocol.FrameLimit)
            Report(packet.Name, Rules.PacketTooLarge, packet.Name, size, protocol.FrameLimit);
    }

    /// <summary>The largest entry must fit into each packet that can carry it, beside what that packet has at least.</summary>
    private void CheckEntry<TStream>(string name, long size, long end)
        where TStream : TypeModel
    {
        foreach (var packet in protocol.Packets.Where(packet => packet.Fields.Any(field => field.Type is TStream)))
        {
            var room = protocol.FrameLimit - HeaderSize - end - WireSize.OfFields(packet.Fields, protocol).Min;
            if (size <= room)
                continue;
            Report(name, Rules.EntryTooLarge, name, size, Math.Max(0, room), packet.Name);
            return;
        }
    }

    private void Report(string name, Rule rule, params object[] arguments)
    {
        if (context.Find(name) is { } declaration)
            context.Report(declaration.Name, rule, arguments);
    }
}
