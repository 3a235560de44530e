using System.Buffers;
using Artemis.Simulation;
using ConsoleSet = Artemis.Simulation.ConsoleSet;

namespace Artemis.ReferenceServer.Tests.Replay;

/// <summary>A recorded game of two ships of which people work some consoles.</summary>
internal static class SampleRecording
{
    public const int Ticks = 1200;

    /// <summary>Plays and records a game.</summary>
    /// <param name="lastHash">The hash after its last tick.</param>
    public static byte[] Make(out ulong lastHash)
    {
        var map = Scenario.Find("siege")!;
        var crews = new[]
        {
            new ShipSetup("Dauntless", map.Classes[0], ConsoleSet.Helm | ConsoleSet.Engineering),
            new ShipSetup("Resolute", map.Classes[1]),
        };
        var recorder = new GameRecorder(new GameSimulation(new GameSetup(map, 4, 99, crews)));
        var output = new ArrayBufferWriter<byte>();
        for (var tick = 0; tick < Ticks; tick++)
        {
            if (tick % 40 == 0)
            {
                var course = new Order { Kind = OrderKind.HelmSetCourse, Value = tick / 200.0 };
                Assert.True(recorder.TryApply(0, ConsoleSet.Helm, in course, out _));
            }

            var impulse = new Order { Kind = OrderKind.HelmSetImpulse, Value = 1 };
            recorder.TryApply(0, ConsoleSet.Helm, in impulse, out _);
            recorder.Step();
            if (tick % 20 == 0)
                recorder.WriteTo(output);
        }

        recorder.End(RecordingEnd.Finished);
        recorder.WriteTo(output);
        lastHash = recorder.Game.Hash();
        return output.WrittenSpan.ToArray();
    }
}
