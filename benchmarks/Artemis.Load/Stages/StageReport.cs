using System.Globalization;
using System.Numerics;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;
using Console = System.Console;

namespace Artemis.Load.Stages;

/// <summary>
/// What object updates cost with each means of saving switched on after the other: the server's own channels, which do without the others, on the
/// same ticks of the same game, without sockets, so that nothing but the means differs.
/// </summary>
internal static class StageReport
{
    private const int Ships = 8;

    /// <summary>Plays and prints.</summary>
    public static int Run(LoadOptions options)
    {
        Console.WriteLine($"Bytes a second to a player, {options.Scenario}, {Ships} ships, {options.Seconds} s:");
        Stage("nothing", Means.None, isQuantized: false);
        Stage("+ filter", Means.Filter, isQuantized: false);
        Stage("+ tiers", Means.Filter | Means.Tiers, isQuantized: false);
        Stage("+ quantization", Means.Filter | Means.Tiers, isQuantized: true);
        Stage("+ batching", Means.All & ~Means.Silence, isQuantized: true);
        Stage("+ silence", Means.All, isQuantized: true);
        return 0;

        void Stage(string name, Means means, bool isQuantized)
        {
            var bytes = Measure(options, means, isQuantized) / (double)(Ships * options.Seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-16}{bytes,10:0}"));
        }
    }

    private static long Measure(LoadOptions options, Means means, bool isQuantized)
    {
        var game = new Game(options);
        var raw = new RawSize(game.World);
        var channels = Enumerable.Range(0, Ships).Select(ship => new ShipChannel(ship, game.World, means)).ToArray();
        long bytes = 0;
        game.Play((uint)options.Seconds * 20, (tick, ship, from, counts) =>
        {
            var channel = channels[ship];
            channel.Place(in from, tick);
            channel.FindChanges(tick, ordered: false);
            if (!counts)
                return;
            bytes += channel.UpdateSize;
            if (isQuantized)
                return;
            foreach (ref readonly var entry in channel.Changes)
                bytes += raw.Surplus(in entry);
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
