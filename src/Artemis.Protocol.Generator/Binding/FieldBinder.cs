using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds the fields of everything but objects.</summary>
internal sealed class FieldBinder(BindingContext context, TypeBinder types, NameRules names, VersionRules versions)
{
    /// <summary>The fields of a declaration.</summary>
    /// <param name="ownerSince">Since when the declaration is there.</param>
    public EquatableArray<FieldModel> Bind(CompositeSyntax owner, TypePlace place, ProtocolVersion? ownerSince)
    {
        var fields = new List<FieldModel>();
        var order = new List<(FieldSyntax, ProtocolVersion?)>();
        foreach (var field in names.CheckFields(owner.Fields))
        {
            var type = types.Bind(field.Type, place);
            var since = BindSince(field, owner, place, ownerSince);
            // What goes to the end of a packet cannot be followed by anything anyway.
            if (type is not (EventStreamType or CommandBodyType))
                order.Add((field, since));
            if (type is null)
                continue;
            CheckOptional(field, type);
            fields.Add(new FieldModel(field.Name.Text, type, field.Question is not null, since, field.Doc));
        }

        if (IsBinary(place))
            versions.CheckOrder(owner, $"{place.ToString().ToLowerInvariant()}s", order);
        return fields.ToEquatableArray();
    }

    /// <summary>The version that a peer has which names none.</summary>
    private static readonly ProtocolVersion First = new(1, 0);

    private static bool IsBinary(TypePlace place) => place is not (TypePlace.Message or TypePlace.Record);

    private ProtocolVersion? BindSince(FieldSyntax field, CompositeSyntax owner, TypePlace place, ProtocolVersion? ownerSince)
    {
        if (place == TypePlace.Struct)
        {
            versions.Forbid(field.Since, "a struct", "add the field to what holds the struct, or make a new struct");
            return null;
        }

        var since = versions.Bind(field.Since);
        versions.CheckOwner(field.Since, since, field.Name, owner.Name, ownerSince);
        var isNewer = since is not null && since.CompareTo(ownerSince ?? First) > 0;
        if (isNewer && !IsBinary(place) && field.Question is null)
            context.Report(field.Name, Rules.NewerMustBeOptional, field.Name.Text);
        return since;
    }

    private void CheckOptional(FieldSyntax field, TypeModel type)
    {
        if (field.Question is not null && type is ObjectStreamType or EventStreamType or CommandIdType or CommandBodyType)
            context.Report(field.Question, Rules.OptionalNotHere, field.Name.Text, "remove the '?'; a stream may be empty");
    }
}
