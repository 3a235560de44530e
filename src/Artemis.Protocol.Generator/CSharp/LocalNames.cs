namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Names of local variables, each given once in a method.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public LocalNames(params string[] parameters) => taken.UnionWith(parameters);

    /// <summary>The wanted name, or one with a number behind it if that is taken.</summary>
    public string Next(string wanted)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = wanted.TrimStart('@') + number;
        return name;
    }
}
