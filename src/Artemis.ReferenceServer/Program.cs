using System.CommandLine;
using System.Reflection;
using Artemis.ReferenceServer.CommandLine;
using Artemis.ReferenceServer.Gateway.Http;

namespace Artemis.ReferenceServer;

/// <summary>The one executable: gateway or game.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // The build runs this program to ask it for the description of its HTTP API.
        if (Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider")
        {
            OpenApiDocument.RunForBuild();
            return Task.FromResult(0);
        }

        var root = args is ["game", ..] ? RootCommandFactory.CreateForGame() : RootCommandFactory.Create();
        return root.Parse(args).InvokeAsync(
            // Signals are ours: children end first, and players are told.
            new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
