using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Artemis.Protocol.Tool.Tests;

/// <summary>How a process ended and what it wrote.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>Everything it wrote, for messages of failed tests and where the stream does not matter.</summary>
    public string All => Output + Error;

    /// <summary>This result, if the process succeeded.</summary>
    public ProcessResult Required()
    {
        Assert.True(ExitCode == 0, $"exited with {ExitCode}:\n{All}");
        return this;
    }
}

/// <summary>Runs other programs to their end.</summary>
internal static class Processes
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Root of the repository.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Runs the tool as it was built beside these tests.</summary>
    public static Task<ProcessResult> Artemis(params string[] arguments) => ArtemisWithInput(null, arguments);

    /// <summary>Runs the tool with something on its standard input.</summary>
    public static Task<ProcessResult> ArtemisWithInput(string? input, params string[] arguments) =>
        Run(AppContext.BaseDirectory, "dotnet", [Path.Combine(AppContext.BaseDirectory, "artemis.dll"), .. arguments], input);

    /// <summary>Runs a program in a folder.</summary>
    public static async Task<ProcessResult> Run(string folder, string program, string[] arguments, string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Build nodes that stay behind would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBuildExtensionsPath");

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new ProcessResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Metadata(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == key).Value!;
}
