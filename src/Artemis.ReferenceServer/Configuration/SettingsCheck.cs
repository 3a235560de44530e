using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Configuration;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>Finds what is wrong with settings before anything starts, so that a slip of the pen is not found out in the middle of a game.</summary>
internal static class SettingsCheck
{
    /// <summary>Longest time that may be set: what timers bear, some 23 days.</summary>
    public const double MaxSeconds = 2_000_000;

    /// <summary>Checks that all settings that somebody gave exist.</summary>
    /// <param name="section">Where they stand.</param>
    /// <param name="options">What there is.</param>
    /// <exception cref="StartupException">Some do not; the message names them.</exception>
    public static void CheckNames(IConfigurationSection section, ServerOptions options) => Report(FindUnknown(section, options));

    /// <summary>Checks that values make sense.</summary>
    /// <exception cref="StartupException">Some do not; the message says which, and what they may be.</exception>
    public static void Check(ServerOptions options)
    {
        var problems = FindOutOfRange(options, ServerOptions.Section).ToList();
        if (!IPAddress.TryParse(options.BindAddress, out _))
            problems.Add($"{ServerOptions.Section}:BindAddress (--bind) is '{options.BindAddress}', but wants an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface.");
        if (FindProblem(options.GamePorts) is { } problem)
            problems.Add($"{ServerOptions.Section}:GamePorts (--game-ports): {problem}");
        CheckUrl(nameof(options.PublicWsUrl), options.GameUrlTemplate);
        CheckUrl(nameof(options.PublicGatewayUrl), options.GatewayUrlTemplate);
        Report(problems);

        void CheckUrl(string name, string template)
        {
            var example = template.Replace("{host}", "play.example", StringComparison.Ordinal).Replace("{port}", "8081", StringComparison.Ordinal);
            if (!Uri.TryCreate(example, UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss"))
                problems.Add($"{ServerOptions.Section}:{name} is '{template}', but wants an address such as wss://play.example/g/{{port}}.");
        }
    }

    private static string? FindProblem(string ports)
    {
        try
        {
            PortRange.Parse(ports);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<string> FindUnknown(IConfigurationSection section, object options)
    {
        foreach (var child in section.GetChildren())
        {
            var property = options.GetType().GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is null)
            {
                yield return $"There is no setting {child.Path} (as a variable ARTEMIS{child.Path[ServerOptions.Section.Length..].Replace(":", "__", StringComparison.Ordinal)}). "
                    + "The host's page lists all there are.";
            }
            else if (property.GetValue(options) is { } part && IsGroup(property))
            {
                foreach (var problem in FindUnknown(child, part))
                    yield return problem;
            }
        }
    }

    private static IEnumerable<string> FindOutOfRange(object options, string path)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(options);
            var key = $"{path}:{property.Name}";
            if (value is not null && IsGroup(property))
            {
                foreach (var problem in FindOutOfRange(value, key))
                    yield return problem;
            }
            else if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(value))
            {
                yield return FormattableString.Invariant($"{key} is {value}, but may be {range.Minimum} to {range.Maximum}.");
            }
        }
    }

    private static bool IsGroup(PropertyInfo property) =>
        property.PropertyType.IsClass && property.PropertyType.Namespace == typeof(ServerOptions).Namespace;

    private static void Report(IEnumerable<string> problems)
    {
        var text = string.Join(Environment.NewLine, problems);
        if (text.Length > 0)
            throw new StartupException(text);
    }
}
