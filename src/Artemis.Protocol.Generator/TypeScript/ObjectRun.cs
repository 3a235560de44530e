using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A field of an object with its wire form.</summary>
internal sealed record RunField(ObjectFieldModel Field, ScalarCode Scalar);

/// <summary>
/// A stretch of an object: neighbouring fields of fixed size, whose bytes are checked for once; or one field that is checked
/// while it is read.
/// </summary>
/// <param name="Fixed">The fields of fixed size; empty if it is <paramref name="Other"/>.</param>
/// <param name="Other">A text, bytes, a list or a struct.</param>
internal sealed record ObjectRun(IReadOnlyList<RunField> Fixed, ObjectFieldModel? Other)
{
    public int MaxSize => Fixed.Sum(item => item.Scalar.Size);

    public static IEnumerable<ObjectRun> Of(ObjectModel model, ProtocolModel protocol)
    {
        var run = new List<RunField>();
        foreach (var field in model.Fields)
        {
            var scalar = ScalarCode.Of(field.Type, protocol);
            var continues = scalar is not null
                && (run.Count == 0 || TsMask.PartOf(run[0].Field.Bit) == TsMask.PartOf(field.Bit));
            if (!continues && run.Count > 0)
            {
                yield return new ObjectRun([.. run], null);
                run.Clear();
            }

            if (scalar is not null)
                run.Add(new RunField(field, scalar));
            else
                yield return new ObjectRun([], field);
        }

        if (run.Count > 0)
            yield return new ObjectRun([.. run], null);
    }
}
