using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases of messages: whole frames, header included.</summary>
internal sealed class MessageVectors(ProtocolModel protocol)
{
    private static readonly SampleSort[] ExactSorts =
    [
        SampleSort.Typical, SampleSort.WithoutOptional, SampleSort.Minimal, SampleSort.Maximal, SampleSort.MultiByte,
        SampleSort.UnknownMember, SampleSort.FloatInfinite, SampleSort.FloatNegativeZero,
    ];

    private static readonly SampleSort[] EncodeSorts = [SampleSort.Above, SampleSort.Below, SampleSort.TooLong];

    private readonly Interpreter interpreter = new(protocol);
    private readonly ValueJson json = new(protocol);

    public IEnumerable<VectorCase> All() =>
        from message in protocol.Messages
        from origin in new[] { Origins.Server, Origins.Client }
        where message.From.HasFlag(origin)
        from item in Of(message, origin)
        select item;

    private IEnumerable<VectorCase> Of(MessageModel message, Origins origin)
    {
        var maker = new CaseMaker(
            message.Name,
            (value, peer) => Frame(interpreter.EncodeMessage(message, value, peer)),
            bytes => interpreter.DecodeMessage(message, [.. bytes.Skip(FrameHeader.Size)]),
            value => json.Fields(message.Fields, value))
        {
            Origin = origin,
            IsFromBoth = message.From == Origins.Both,
        };

        var exact = ExactSorts.SelectMany(sort => maker.Exact(FieldListVectors.Label(sort), Sample(message, sort)));
        var clamped = EncodeSorts.SelectMany(sort => maker.EncodeOnly(FieldListVectors.Label(sort), Sample(message, sort)));
        var bodies = new MessageBodies(protocol).Of(message.Fields);
        return exact
            .Concat(clamped)
            .Concat(FieldListVectors.Refused(maker, message.Fields, Sample(message, SampleSort.Typical)))
            .Concat(bodies.SelectMany(body => maker.DecodeOnly(body.Label, Frame(body.Bytes))))
            .Concat(FieldListVectors.Peers(maker, protocol, message.Fields, Sample(message, SampleSort.Typical)));

        byte[] Frame(byte[] body) => interpreter.Frame(origin, message.TypeId, body);
    }

    private FieldsValue Sample(MessageModel message, SampleSort sort) => new Sampler(protocol, sort).Fields(message.Fields);
}
