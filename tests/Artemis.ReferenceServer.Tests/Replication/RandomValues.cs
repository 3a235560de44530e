using System.Reflection;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>Sets fields of objects to whatever they might hold.</summary>
internal static class RandomValues
{
    public static void Set(FieldInfo field, object target, System.Random random)
    {
        if (Next(field.FieldType, field.GetValue(target)!, random) is { } value)
            field.SetValue(target, value);
    }

    private static object? Next(Type type, object present, System.Random random)
    {
        if (type == typeof(float))
            return (float)((random.NextDouble() - 0.25) * Math.Pow(10, random.Next(6)));
        if (type == typeof(bool))
            return random.Next(2) == 0;
        if (type == typeof(byte))
            return (byte)random.Next(3);
        if (type == typeof(ushort))
            return (ushort)random.Next(300);
        if (type == typeof(uint))
            return (uint)random.Next(1000);
        if (type.IsEnum)
            return Enum.ToObject(type, random.Next(2));
        if (type == typeof(Text24))
            return (Text24)$"Contact {random.Next(1_000_000)}";
        if (type == typeof(Text32))
            return (Text32)new string('x', random.Next(33));
        if (type == typeof(SystemStatus) || type == typeof(NpcSystems))
        {
            foreach (var part in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
                Set(part, present, random);
            return present;
        }

        if (type == typeof(Array5<byte>))
            return new Array5<byte>([(byte)random.Next(9), 0, (byte)random.Next(9), 1, 2]);

        // Lists of several lengths.
        var add = type.GetMethod("Add");
        if (add is null || (int)type.GetProperty("Count")!.GetValue(present)! > 2)
            return Activator.CreateInstance(type);
        var item = Activator.CreateInstance(add.GetParameters()[0].ParameterType.TypeOrElement())!;
        foreach (var part in item.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
            Set(part, item, random);
        add.Invoke(present, [item]);
        return present;
    }

    private static Type TypeOrElement(this Type type) => type.IsByRef ? type.GetElementType()! : type;
}
