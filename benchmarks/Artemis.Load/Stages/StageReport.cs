using System.Globalization;
using System.Numerics;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;
using Console = System.Console;

namespace Artemis.Load.Stages;

/// <summary>
/// What object updates cost with each means of saving switched on after the other, on the same ticks of the same game: without sockets, so
/// that nothing but the means differs.
/// </summary>
internal static class StageReport
{
    private const int Ships = 8;

    // Packet header, head of the update, the byte that ends the objects, and the count of what is removed.
    private const int PacketHead = FrameHeader.Size + 13 + 1 + 2;

    /// <summary>Plays and prints.</summary>
    public static int Run(LoadOptions options)
    {
        var ticks = (uint)options.Seconds * 20;
        Console.WriteLine($"Bytes a second to a player, {options.Scenario}, {Ships} ships, {options.Seconds} s:");
        foreach (var stage in Enum.GetValues<Stage>())
            Line(stage.ToString(), Measure(options, ticks, stage, isBatched: false));
        Line("Batching", Measure(options, ticks, Stage.Quantization, isBatched: true));
        Line("Silence", MeasureChannels(options, ticks));
        return 0;

        void Line(string name, long bytes) =>
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-14}{bytes / (double)(Ships * options.Seconds),10:0}"));
    }

    private static long Measure(LoadOptions options, uint ticks, Stage stage, bool isBatched)
    {
        var game = new Game(options);
        var kinds = StageKind.All(game.World);
        long bytes = 0;
        game.Play(ticks, (tick, ship, from, counts) =>
        {
            var packets = 0;
            var sent = 0;
            foreach (var kind in kinds)
            {
                var entries = kind.Send(ship, in from, tick, stage);
                sent += entries;
                packets += entries > 0 ? 1 : 0;
            }

            if (counts)
                bytes += sent + (PacketHead * (isBatched ? Math.Min(packets, 1) : packets));
        });
        return bytes;
    }

    private static long MeasureChannels(LoadOptions options, uint ticks)
    {
        var game = new Game(options);
        var channels = Enumerable.Range(0, Ships).Select(ship => new ShipChannel(ship, game.World)).ToArray();
        var buffer = new byte[ArtemisProtocol.FrameLimit];
        long bytes = 0;
        game.Play(ticks, (tick, ship, from, counts) =>
        {
            channels[ship].Place(in from, tick);
            var length = channels[ship].WriteUpdate(new UpdateHead(tick, tick * 50, 0), ordered: false, buffer);
            bytes += counts ? length : 0;
        });
        return bytes;
    }

    /// <summary>The same game each time: crews of the computer, one seed.</summary>
    private sealed class Game
    {
        private const uint WarmUpTicks = 75 * 20;
        private readonly GameSimulation _simulation;
        private readonly Func<uint, bool>[] _sights;

        public Game(LoadOptions options)
        {
            var scenario = Scenario.Find(options.ScenarioId) ?? throw new LoadException($"There is no scenario {options.ScenarioId}.");
            var fleet = Enumerable.Range(0, Ships).Select(ship => new ShipSetup($"Ship {ship}", scenario.Classes[ship])).ToArray();
            _simulation = new GameSimulation(new GameSetup(scenario, 5, 1, fleet));
            _sights = [.. Enumerable.Range(0, Ships).Select(ship => (Func<uint, bool>)(id => _simulation.CanSee(ship, id)))];
            World.Update(_simulation);
        }

        public delegate void Look(uint tick, int ship, Viewpoint from, bool counts);

        public ReplicatedWorld World { get; } = new();

        public void Play(uint ticks, Look look)
        {
            while (_simulation.Tick < WarmUpTicks + ticks)
            {
                _simulation.Step();
                if (UpdatePhase.IsSending(_simulation.Tick))
                    World.Update(_simulation);
                else
                    World.UpdateMoving(_simulation);
                for (var ship = 0; ship < Ships; ship++)
                    look(_simulation.Tick, ship, ViewOf(ship), _simulation.Tick > WarmUpTicks);
            }
        }

        private Viewpoint ViewOf(int ship)
        {
            ref readonly var own = ref _simulation.PlayerShips[ship];
            var center = new Vector3((float)own.Motion.PosX, (float)own.Motion.PosY, (float)own.Motion.PosZ);
            return new Viewpoint(center, own.Id, _sights[ship]);
        }
    }
}
