using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Artemis.Client.Tests;

/// <summary>The server's half of how a WebSocket begins.</summary>
internal static class Handshake
{
    /// <summary>Answers a caller's request; false if the caller has hung up.</summary>
    public static async Task<bool> TryAsync(NetworkStream stream, CancellationToken cancel)
    {
        try
        {
            await AnswerAsync(stream, await ReadKeyAsync(stream, cancel), cancel);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> ReadKeyAsync(NetworkStream stream, CancellationToken cancel)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        string? key = null;
        while (await reader.ReadLineAsync(cancel) is { Length: > 0 } line)
        {
            if (line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)) key = line.Split(':')[1].Trim();
        }

        return key ?? throw new IOException("The caller hung up.");
    }

    private static async Task AnswerAsync(NetworkStream stream, string key, CancellationToken cancel)
    {
        // RFC 6455, 4.2.2, wants SHA-1, and proves nothing by it.
#pragma warning disable CA5350
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"),
            cancel);
    }
}
