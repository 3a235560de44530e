namespace Artemis.Simulation;

/// <summary>The computer's part of the crews.</summary>
internal static class CrewSystem
{
    public static void Run(World world)
    {
    }
}
