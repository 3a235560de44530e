using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Configuration;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>Reads settings from where they may stand.</summary>
public static class ServerConfiguration
{
    /// <summary>
    /// Reads <c>appsettings.json</c> beside the executable, then one in the working folder, then environment variables; what comes later
    /// counts.
    /// </summary>
    /// <exception cref="StartupException">A file is not JSON.</exception>
    public static IConfigurationRoot Load()
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException exception)
        {
            throw new StartupException($"{exception.Message} {exception.GetBaseException().Message}");
        }
    }

    /// <summary>The server's part of the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting has a value of the wrong kind.</exception>
    /// <exception cref="StartupException">There is no such setting.</exception>
    public static ServerOptions Bind(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new ServerOptions();
        var section = configuration.GetSection(ServerOptions.Section);
        SettingsCheck.CheckNames(section, options);
        section.Bind(options);
        return options;
    }
}
