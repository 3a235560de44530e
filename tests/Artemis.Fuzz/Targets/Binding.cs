using System.Reflection;

namespace Artemis.Fuzz.Targets;

/// <summary>Finds the generated methods, so that a type that is added to the schema is fuzzed without being named here.</summary>
internal static class Binding
{
    /// <summary>Binds a static method by its name and the delegate's parameters.</summary>
    /// <exception cref="MissingMethodException">There is none.</exception>
    public static TDelegate Static<TDelegate>(Type type, string name)
        where TDelegate : Delegate => Find<TDelegate>(type, name, BindingFlags.Static, skip: 0);

    /// <summary>Binds a method of a struct; the delegate's first parameter is the struct by reference.</summary>
    /// <exception cref="MissingMethodException">There is none.</exception>
    public static TDelegate Instance<TDelegate>(Type type, string name)
        where TDelegate : Delegate => Find<TDelegate>(type, name, BindingFlags.Instance, skip: 1);

    private static TDelegate Find<TDelegate>(Type type, string name, BindingFlags kind, int skip)
        where TDelegate : Delegate
    {
        var method = type.GetMethods(BindingFlags.Public | kind).FirstOrDefault(method => Fits<TDelegate>(method, name, skip))
            ?? throw new MissingMethodException(type.FullName, name);
        return method.CreateDelegate<TDelegate>();
    }

    private static bool Fits<TDelegate>(MethodInfo method, string name, int skip)
    {
        var wanted = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Skip(skip).Select(parameter => parameter.ParameterType);
        return method.Name == name && !method.IsGenericMethod && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(wanted);
    }
}
