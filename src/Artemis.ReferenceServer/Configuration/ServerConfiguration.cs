using Microsoft.Extensions.Configuration;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>Reads settings from where they may stand.</summary>
public static class ServerConfiguration
{
    /// <summary>
    /// Reads <c>appsettings.json</c> beside the executable, then one in the working folder, then environment variables; what comes later
    /// counts.
    /// </summary>
    public static IConfigurationRoot Load() =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();

    /// <summary>The server's part of the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting has a value of the wrong kind.</exception>
    public static ServerOptions Bind(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new ServerOptions();
        configuration.GetSection(ServerOptions.Section).Bind(options);
        return options;
    }
}
