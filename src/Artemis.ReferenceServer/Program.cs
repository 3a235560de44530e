using System.CommandLine;
using Artemis.ReferenceServer.CommandLine;

namespace Artemis.ReferenceServer;

/// <summary>The one executable: gateway or game.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) =>
        RootCommandFactory.Create().Parse(args).InvokeAsync(
            // Signals are ours: children end first, and players are told.
            new InvocationConfiguration { ProcessTerminationTimeout = null });
}
