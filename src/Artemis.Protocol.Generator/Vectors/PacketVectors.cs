using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases of binary packets: whole frames, header included.</summary>
internal sealed class PacketVectors(ProtocolModel protocol)
{
    private readonly Interpreter interpreter = new(protocol);
    private readonly ValueJson json = new(protocol);

    public IEnumerable<VectorCase> All() =>
        from packet in protocol.Packets
        from origin in new[] { Origins.Server, Origins.Client }
        where packet.From.HasFlag(origin)
        from item in Of(packet, origin)
        select item;

    private IEnumerable<VectorCase> Of(PacketModel packet, Origins origin)
    {
        var fields = packet.Fields;
        var maker = new CaseMaker(
            packet.Name,
            (value, peer) => Frame(interpreter.EncodeBody(fields, value, peer)),
            bytes => interpreter.DecodeBody(fields, [.. bytes.Skip(FrameHeader.Size)]),
            value => json.Fields(fields, value))
        {
            Origin = origin,
            IsFromBoth = packet.From == Origins.Both,
        };

        var isCommand = fields.Any(field => field.Type is CommandBodyType);
        var typical = isCommand ? Command(packet, protocol.Commands.FirstOrDefault()) : Sample(packet, SampleSort.Typical);
        var small = isCommand ? typical : Sample(packet, SampleSort.WithoutOptional);
        var values = isCommand
            ? protocol.Commands.SelectMany(command => maker.Exact(command.Name, Command(packet, command))).Concat(maker.DecodeOnly("unknown command", Encode(Command(packet, null))))
            : FieldListVectors.Values(maker, sort => Sample(packet, sort), Encode);

        return values
            .Concat(FieldListVectors.Refused(maker, fields, small))
            .Concat(FieldListVectors.Cut(maker, fields, small, (some, value) => interpreter.EncodeBody(some, value), Frame))
            .Concat(FieldListVectors.Poisoned(maker, protocol, fields, small, Encode))
            .Concat(new StreamVectors(protocol).Of(packet, maker, Encode))
            .Concat(FieldListVectors.Peers(maker, protocol, fields, typical));

        byte[] Frame(byte[] body) => interpreter.Frame(origin, packet.TypeId, body);

        byte[] Encode(FieldsValue value) => Frame(interpreter.EncodeBody(fields, value));
    }

    private FieldsValue Sample(PacketModel packet, SampleSort sort) => new Sampler(protocol, sort).Fields(packet.Fields);

    /// <summary>A packet that carries a command; null for one that the schema does not have.</summary>
    private FieldsValue Command(PacketModel packet, CommandModel? command)
    {
        var sampler = new Sampler(protocol, SampleSort.Typical);
        var id = command?.Id ?? protocol.Commands.Select(item => item.Id).DefaultIfEmpty().Max() + 0x100;
        var body = command is null
            ? new CommandBodyValue(id, null, new FieldsValue(), new byte[] { 1, 2, 3 }.ToEquatableArray())
            : new CommandBodyValue(id, command.Name, new Sampler(protocol, SampleSort.Typical).Fields(command.Fields), default);
        return new FieldsValue(packet.Fields.Select(field => new NamedValue(field.Name, field.Type switch
        {
            CommandIdType => new IntegerValue(id),
            CommandBodyType => body,
            _ => sampler.Of(field.Type),
        })).ToEquatableArray());
    }
}
