using Artemis.Motion;
using Xunit;

namespace Artemis.Simulation.Tests;

/// <summary>
/// Random orders, sensible and not, over all scenarios. FUZZ_TICKS sets how many ticks in all; without it, 60,000.
/// </summary>
public class RandomOrderTests
{
    [Theory]
    [InlineData("siege", 1)]
    [InlineData("deep-strike", 2)]
    [InlineData("border-patrol", 3)]
    [InlineData("fleet-action", 4)]
    public void Whatever_is_ordered_the_world_stays_sound_and_reproducible(string scenario, ulong seed)
    {
        long total = long.TryParse(Environment.GetEnvironmentVariable("FUZZ_TICKS"), out long ticks) ? ticks : 60_000;
        long left = total / 4;
        for (ulong round = 0; left > 0; round++)
        {
            ulong hash = Play(scenario, seed * 1000 + round, left, out long played);
            left -= played;
            // Each tenth game is played again: its hash must be the same.
            if (round % 10 == 0) Assert.Equal(hash, Play(scenario, seed * 1000 + round, played, out _));
        }
    }

    private static ulong Play(string scenario, ulong seed, long most, out long played)
    {
        var random = new Rng(seed);
        var map = Scenario.Find(scenario)!;
        var crews = new ShipSetup[1 + random.Below(8)];
        for (int i = 0; i < crews.Length; i++)
            crews[i] = new ShipSetup($"Ship {i}", (ShipClass)random.Below(5), (ConsoleSet)random.Below(64));
        var game = new GameSimulation(new GameSetup(map, 1 + random.Below(11), seed, crews));
        int refused = 0;
        int done = 0;
        for (played = 0; played < most;)
        {
            int orders = random.Below(4);
            for (int i = 0; i < orders; i++)
            {
                var order = RandomOrders.Next(ref random, game);
                // A hash takes its time: each sixteenth order is looked at so closely.
                ulong before = random.Below(16) == 0 ? game.Hash() : 0;
                if (game.TryApply(random.Below(crews.Length + 1), (ConsoleSet)random.Below(64), in order, out _))
                {
                    done++;
                    continue;
                }
                refused++;
                if (before != 0) Assert.Equal(before, game.Hash());
            }
            if (random.Chance(0.002)) game.SetCrew(random.Below(crews.Length), (ConsoleSet)random.Below(64));
            game.Step();
            played++;
            Soundness.Check(game);
            // A game that is over goes on for a while.
            if (game.Outcome != GameOutcome.None && random.Chance(0.01)) break;
        }
        Assert.True(most < 100 || (done > 0 && refused > 0));
        return game.Hash();
    }
}

/// <summary>Makes orders, most of them nearly right.</summary>
internal static class RandomOrders
{
    private static readonly OrderKind[] Kinds = Enum.GetValues<OrderKind>();
    private static readonly double[] Odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1e300, 1e300, -0.0, double.Epsilon];
    private static readonly int[] OddNumbers = [int.MinValue, int.MaxValue, -1, 255, 256, 65536];

    public static Order Next(ref Rng random, GameSimulation game)
    {
        var order = new Order
        {
            Kind = random.Chance(0.98) ? Kinds[random.Below(Kinds.Length)] : (OrderKind)random.Below(65536),
            ObjectId = NextId(ref random, game),
            Value = random.Chance(0.05) ? Odd[random.Below(Odd.Length)] : random.Between(-1.2, 1.2) * (random.Chance(0.3) ? 6 : 1),
            Number = random.Chance(0.03) ? OddNumbers[random.Below(OddNumbers.Length)] : random.Below(9) - (random.Chance(0.05) ? 1 : 0),
            Other = random.Chance(0.03) ? OddNumbers[random.Below(OddNumbers.Length)] : random.Below(random.Chance(0.5) ? 310 : 9),
            On = random.Chance(0.5),
            Text = random.Chance(0.9) ? "Hello." : random.Chance(0.5) ? null : new string('x', random.Below(400)),
        };
        for (int i = 0; i < SystemArray.Count; i++)
        {
            order.Percent[i] = (ushort)random.Below(random.Chance(0.02) ? 65536 : 301);
            order.Coolant[i] = (ushort)random.Below(random.Chance(0.02) ? 65536 : 2);
        }
        return order;
    }

    private static uint NextId(ref Rng random, GameSimulation game) => random.Below(8) switch
    {
        0 => 0,
        1 => (uint)random.NextBits(),
        2 when game.Bases.Length > 0 => game.Bases[random.Below(game.Bases.Length)].Id,
        3 => game.PlayerShips[random.Below(game.PlayerShips.Length)].Id,
        4 when game.Mines.Length > 0 => game.Mines[random.Below(game.Mines.Length)].Id,
        5 => (uint)random.Below(300),
        _ => game.Npcs.Length > 0 ? game.Npcs[random.Below(game.Npcs.Length)].Id : 0,
    };
}

/// <summary>What must hold in every tick.</summary>
internal static class Soundness
{
    public static void Check(GameSimulation game)
    {
        double limit = game.Setup.WorldLimit;
        double speed = game.Setup.SpeedLimit;
        foreach (ref readonly var ship in game.PlayerShips)
        {
            CheckMotion(in ship.Motion, limit, speed);
            Between(ship.Energy, 0, 2000);
            Between(ship.ShieldsFore, 0, 250);
            Between(ship.ShieldsAft, 0, 250);
            Between(ship.Supply, 0, 1);
            Between(ship.RetuneLeft, 0, 25);
            Between(ship.ScanProgress, 0, 1);
            Between(ship.Helm.TopTurnRate, 0, 4);
            Between(ship.Helm.WarpEffect, 0, 3);
            Between(ship.Helm.TopSpeed, 0, 300);
            Between(Math.Abs(ship.Helm.DriftX) + Math.Abs(ship.Helm.DriftZ), 0, 1000);
            double coolant = 0;
            foreach (ref readonly var system in ship.Systems)
            {
                Between(system.Power, 0, 3);
                Between(system.Heat, 0, 1);
                Between(system.Health, 0, 1);
                Between(system.Coolant, 0, 8);
                coolant += system.Coolant;
            }
            Between(coolant, 0, 8 + 1e-9);
            foreach (int count in ship.Stores) Between(count, 0, 255);
            foreach (ref readonly var tube in ship.Tubes) Between(tube.Progress, 0, 1);
            foreach (double wait in ship.BeamWait) Between(wait, 0, 6);
            foreach (ref readonly var team in ship.Teams) Between(team.Progress, 0, 1);
        }
        foreach (ref readonly var npc in game.Npcs)
        {
            CheckMotion(in npc.Motion, limit, speed);
            Between(npc.ShieldsFore, 0, npc.ShieldsFull);
            Between(npc.ShieldsAft, 0, npc.ShieldsFull);
            Between(npc.Hull, double.Epsilon, npc.HullFull);
            foreach (double health in npc.Systems) Between(health, 0, 1);
        }
        foreach (ref readonly var station in game.Bases)
        {
            Between(station.Shields, double.Epsilon, station.ShieldsFull);
            Between(station.BuildProgress, 0, 1);
            foreach (int count in station.Stores) Between(count, 0, 255);
        }
        foreach (ref readonly var torpedo in game.Torpedoes)
        {
            Between(Math.Abs(torpedo.X), 0, limit);
            Between(Math.Abs(torpedo.Y), 0, limit);
            Between(Math.Abs(torpedo.Z), 0, limit);
            Between(torpedo.Heading, 0, ExactMath.TwoPi);
        }
        foreach (ref readonly var happened in game.Events)
        {
            Assert.NotNull(happened.Text);
            Between(happened.Amount, 0, 1023);
        }
    }

    private static void CheckMotion(in MotionState motion, double limit, double speed)
    {
        Between(Math.Abs(motion.PosX), 0, limit);
        Between(Math.Abs(motion.PosY), 0, limit);
        Between(Math.Abs(motion.PosZ), 0, limit);
        Between(motion.Heading, 0, ExactMath.TwoPi);
        Between(Math.Abs(motion.Velocity), 0, speed);
        Between(Math.Abs(motion.ClimbVelocity), 0, speed);
        Between(Math.Abs(motion.TurnRate), 0, 4);
        Between(motion.Warp, 0, 4);
    }

    // Also false for NaN.
    private static void Between(double value, double low, double high)
    {
        if (!(value >= low && value <= high)) Assert.Fail($"{value} is outside {low} to {high}.");
    }
}
