using System.Globalization;
using System.Reflection;
using Artemis.ReferenceServer.Configuration;

namespace Artemis.ReferenceServer.Tests.Configuration;

/// <summary>The host's page lists every setting there is, with its default, and none that is not.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public void The_table_of_settings_and_the_settings_agree()
    {
        var listed = File.ReadLines(Path.Combine(FindRepository(), "docs", "hosting.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length >= 6 && cells[1].StartsWith("`Artemis:", StringComparison.Ordinal))
            .Select(cells => $"{cells[1]} {cells[2]} {cells[3]}");

        var actual = SettingsOf(new ServerOptions(), ServerOptions.Section)
            .Select(setting => $"`{setting.Key}` `{setting.Key.Replace(":", "__", StringComparison.Ordinal).Replace("Artemis__", "ARTEMIS__", StringComparison.Ordinal)}` {setting.Default}");

        // If this fails: docs/hosting.md wants a row for each setting, as | `Artemis:X` | `ARTEMIS__X` | default | what it does |.
        Assert.Equal(actual.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Key, string Default)> SettingsOf(object options, string path)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = $"{path}:{property.Name}";
            var value = property.GetValue(options);
            if (value is not null && property.PropertyType.Namespace == typeof(ServerOptions).Namespace && property.PropertyType.IsClass)
            {
                foreach (var inner in SettingsOf(value, key))
                    yield return inner;
            }
            else
            {
                yield return (key, Show(value));
            }
        }
    }

    private static string Show(object? value) => value switch
    {
        null or "" => "none",
        bool flag => flag ? "`true`" : "`false`",
        string text => $"`{text}`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        System.Collections.IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>()) : "none",
        _ => value.ToString() ?? "none",
    };

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Artemis.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        return folder.FullName;
    }
}
