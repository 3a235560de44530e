using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Artemis.Protocol.Tests.Messages;

/// <summary>npm's <c>@msgpack/msgpack</c>, in a process of Node.</summary>
internal static class NpmLibrary
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Has the library decode values, and encode again what it understood.</summary>
    public static async Task<IReadOnlyList<Answer>> DecodeAndEncode(IEnumerable<byte[]> values)
    {
        // dotnet test alone installs nothing of npm's; ./dev test does, before it tests anything.
        Assert.SkipUnless(Directory.Exists(Schemas.PathOf("node_modules/@msgpack/msgpack")), "npm's packages are not installed: run 'npm ci'.");
        var start = new ProcessStartInfo("node", [Schemas.PathOf("tests/Artemis.Protocol.Tests/Messages/npm-messagepack.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var node = Process.Start(start)!;
        try
        {
            var output = node.StandardOutput.ReadToEndAsync(patience.Token);
            var error = node.StandardError.ReadToEndAsync(patience.Token);
            await node.StandardInput.WriteAsync(JsonSerializer.Serialize(values.Select(Convert.ToHexStringLower)));
            node.StandardInput.Close();
            await node.WaitForExitAsync(patience.Token);
            Assert.True(node.ExitCode == 0, $"Node ended with {node.ExitCode}; was 'npm ci' run in the root?\n{await error}");
            return [.. JsonDocument.Parse(await output).RootElement.EnumerateArray().Select(Answer.Of)];
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }

    /// <param name="Value">What the library understood.</param>
    /// <param name="Bytes">The same in its own bytes.</param>
    internal sealed record Answer(JsonElement Value, byte[] Bytes)
    {
        public static Answer Of(JsonElement json) => new(json.GetProperty("value"), Convert.FromHexString(json.GetProperty("hex").GetString()!));
    }
}
