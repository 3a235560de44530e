namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Spells where in a value a field lies, as in <c>players[2].name</c>.</summary>
internal static class Paths
{
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string Index(string path, int index) => $"{path}[{index}]";
}
