using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases of events and commands: their bodies alone, without ids and lengths.</summary>
internal sealed class BodyVectors(ProtocolModel protocol)
{
    private readonly Interpreter interpreter = new(protocol);
    private readonly ValueJson json = new(protocol);

    public IEnumerable<VectorCase> Events() => protocol.Events.SelectMany(item => Of(item.Name, item.Fields));

    public IEnumerable<VectorCase> Commands() => protocol.Commands.SelectMany(item => Of(item.Name, item.Fields));

    private IEnumerable<VectorCase> Of(string name, EquatableArray<FieldModel> fields)
    {
        var maker = new CaseMaker(
            name,
            (value, peer) => interpreter.EncodeBody(fields, value, peer),
            bytes => interpreter.DecodeBody(fields, bytes),
            value => json.Fields(fields, value));
        var typical = new Sampler(protocol, SampleSort.Typical).Fields(fields);

        return FieldListVectors.Values(maker, sort => new Sampler(protocol, sort).Fields(fields), value => interpreter.EncodeBody(fields, value))
            .Concat(FieldListVectors.Refused(maker, fields, typical))
            .Concat(FieldListVectors.Cut(maker, fields, typical, (some, value) => interpreter.EncodeBody(some, value), body => body))
            .Concat(FieldListVectors.Poisoned(maker, protocol, fields, typical, value => interpreter.EncodeBody(fields, value)))
            .Concat(FieldListVectors.Peers(maker, protocol, fields, typical));
    }
}
