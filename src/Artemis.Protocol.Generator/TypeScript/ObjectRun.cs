using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A number at a fixed place in a field.</summary>
/// <param name="Path">From the field on: empty for the field itself, <c>.health</c> in a struct.</param>
/// <param name="Offset">From the field's first byte on.</param>
internal sealed record RunPart(string Path, TypeModel Type, ScalarCode Scalar, int Offset);

/// <summary>A field of an object that always takes the same number of bytes: a number, or a struct of numbers.</summary>
internal sealed record RunField(ObjectFieldModel Field, IReadOnlyList<RunPart> Parts)
{
    public int Size => Parts.Sum(part => part.Scalar.Size);

    public bool IsScalar => Parts.Count == 1 && Parts[0].Path.Length == 0;

    /// <summary>The field in parts; null if its size varies or it is not worth it.</summary>
    public static RunField? Of(ObjectFieldModel field, ProtocolModel protocol)
    {
        const int mostParts = 32;
        var parts = new List<RunPart>();
        return Flatten(field.Type, string.Empty, protocol, parts) && parts.Count is > 0 and <= mostParts
            ? new RunField(field, parts)
            : null;
    }

    private static bool Flatten(TypeModel type, string path, ProtocolModel protocol, List<RunPart> parts)
    {
        if (ScalarCode.Of(type, protocol) is { } scalar)
        {
            parts.Add(new RunPart(path, type, scalar, parts.Sum(part => part.Scalar.Size)));
            return true;
        }

        return type is StructType named
            && protocol.Struct(named.Name).Fields.All(inner =>
                !inner.IsOptional && Flatten(inner.Type, $"{path}.{inner.Name}", protocol, parts));
    }
}

/// <summary>
/// A stretch of an object: neighbouring fields of fixed size, whose bytes are checked for once; or one field that is checked
/// while it is read.
/// </summary>
/// <param name="Fixed">The fields of fixed size; empty if it is <paramref name="Other"/>.</param>
/// <param name="Other">A text, bytes, a list, or a struct with such.</param>
internal sealed record ObjectRun(IReadOnlyList<RunField> Fixed, ObjectFieldModel? Other)
{
    /// <summary>Bytes that an encoder may go too far before it looks; less than the slack behind a writer's memory.</summary>
    private const int SizeLimit = 512;

    /// <summary>Fewest fields for which a path of its own is worth its code where all of them are set, as in a first entry.</summary>
    private const int ManyFields = 4;

    public int MaxSize => Fixed.Sum(item => item.Size);

    public bool IsWorthAWholePath => Fixed.Count >= ManyFields;

    public static IEnumerable<ObjectRun> Of(ObjectModel model, ProtocolModel protocol)
    {
        var run = new List<RunField>();
        foreach (var field in model.Fields)
        {
            var next = RunField.Of(field, protocol);
            if (run.Count > 0 && (next is null || !Continues(run, next)))
            {
                yield return new ObjectRun([.. run], null);
                run.Clear();
            }

            if (next is not null)
                run.Add(next);
            else
                yield return new ObjectRun([], field);
        }

        if (run.Count > 0)
            yield return new ObjectRun([.. run], null);
    }

    private static bool Continues(List<RunField> run, RunField next) =>
        TsMask.PartOf(run[0].Field.Bit) == TsMask.PartOf(next.Field.Bit)
        && run.Sum(item => item.Size) + next.Size <= SizeLimit;
}
