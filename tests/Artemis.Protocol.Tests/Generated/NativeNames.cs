using System.Reflection;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>Finds generated types and members by the schema's names; a name that C# has no room for ends in an underscore there.</summary>
internal sealed class NativeNames(Assembly assembly, string space)
{
    public Type Type(string name) =>
        assembly.GetType($"{space}.{name}") ?? assembly.GetType($"{space}.{name}_") ?? throw new MissingMemberException($"no type {space}.{name}");

    /// <summary>The public field or property of a schema's field.</summary>
    public static Member Member(Type owner, string name)
    {
        var pascal = string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return Find(owner, pascal) ?? Find(owner, pascal + "_") ?? throw new MissingMemberException(owner.Name, pascal);
    }

    private static Member? Find(Type owner, string name) =>
        owner.GetField(name) is { IsStatic: false } field ? new Member(field.FieldType, field.GetValue, field.SetValue)
        : owner.GetProperty(name) is { } property ? new Member(property.PropertyType, property.GetValue, property.SetValue)
        : null;
}

/// <summary>A field or property that can be read and written on a boxed value.</summary>
internal sealed record Member(Type Type, Func<object, object?> Get, Action<object, object?> Set);
