using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Artemis.Client.Tests.Flights;

namespace Artemis.Client.Tests;

/// <summary>
/// Both SDKs' public names stand side by side in tests/client-surface.txt. This compares ours with it; <c>surface.test.ts</c> does the same
/// for TypeScript.
/// </summary>
public sealed partial class SurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_names_are_those_that_the_TypeScript_client_has_too_or_that_are_listed_as_this_languages_own()
    {
        var listed = File.ReadLines(Path.Combine(FlightRecord.Repository(), "tests", "client-surface.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|')[0].Trim())
            .Where(name => name != "-")
            .ToHashSet();
        var names = PublicNames().Where(name => !name.Contains('.', StringComparison.Ordinal) || !listed.Contains(name.Split('.')[0] + ".*"));
        Assert.Equal(
            string.Join('\n', listed.Where(name => !name.EndsWith(".*", StringComparison.Ordinal)).Order(StringComparer.Ordinal)),
            string.Join('\n', names.Distinct().Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> PublicNames()
    {
        foreach (var type in typeof(GameClient).Assembly.GetExportedTypes())
        {
            string name = type.Name.Split('`')[0];
            yield return name;
            foreach (var member in type.GetMembers(Declared).Where(IsOurs))
                yield return $"{name}.{CamelCase(member.Name)}";
        }
    }

    private static bool IsOurs(MemberInfo member) =>
        member is not (ConstructorInfo or Type)
        && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && member.Name is not ("value__" or "DisposeAsync" or "GetEnumerator" or "ToString" or "Deconstruct" or "EqualityContract")
        && (member is not MethodInfo method || !method.IsSpecialName);

    // Asynchronous methods are called so, and numbers of milliseconds are.
    private static string CamelCase(string name)
    {
        name = Endings().Replace(name, "");
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    [GeneratedRegex("(?<=.)(Async|Ms)$")]
    private static partial Regex Endings();
}
