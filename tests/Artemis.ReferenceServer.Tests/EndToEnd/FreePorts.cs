using System.Net;
using System.Net.Sockets;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>
/// Ports that nobody uses, below those that the system gives to outgoing connections: one that must be had again after its process was
/// killed may not be lost to a stranger meanwhile.
/// </summary>
internal static class FreePorts
{
    private const int Lowest = 10_000;
    private const int Highest = 32_000;

    /// <summary>Finds a range, as <c>--game-ports</c> wants it.</summary>
    public static string TakeRange(int count)
    {
        var first = Take(count);
        return $"{first}-{first + count - 1}";
    }

    /// <summary>Finds so many free ports in a row.</summary>
    /// <returns>The first.</returns>
    public static int Take(int count = 1)
    {
        while (true)
        {
            var first = Random.Shared.Next(Lowest, Highest - count);
            if (Enumerable.Range(first, count).All(IsFree))
                return first;
        }
    }

    /// <summary>Whether a process could listen there now.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
