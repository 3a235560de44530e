using System.Collections.Concurrent;
using Xunit;

namespace Artemis.Simulation.Tests;

/// <summary>Whole games played by the computer's crews alone. ARTEMIS_LONG_TESTS=1 plays many more games of eight ships.</summary>
public class WholeGameTests
{
    private const int Seeds = 20;
    private static readonly ulong SeedsOfEightShips = Environment.GetEnvironmentVariable("ARTEMIS_LONG_TESTS") == "1" ? 20UL : 5UL;
    private static readonly ConcurrentDictionary<(string, int, ConsoleSet), (int Won, double Score)> Played = new();

    [Fact]
    public void Siege_at_difficulty_1_is_won_on_at_least_18_of_20_seeds() =>
        Assert.InRange(Play("siege", 1).Won, 18, 20);

    [Fact]
    public void Siege_at_difficulty_11_is_lost_on_at_least_18_of_20_seeds() =>
        Assert.InRange(Play("siege", 11).Won, 0, 2);

    [Fact]
    public void The_share_of_sieges_won_falls_with_all_eleven_difficulties()
    {
        int[] won = [.. Enumerable.Range(1, 11).Select(difficulty => Play("siege", difficulty).Won)];
        Assert.Equal(won.OrderDescending(), won);
        // Not at one step only.
        Assert.True(won.Distinct().Count() >= 6, string.Join(" ", won));
    }

    [Theory]
    [InlineData(ConsoleSet.MainScreen)]
    [InlineData(ConsoleSet.Helm)]
    [InlineData(ConsoleSet.Weapons)]
    [InlineData(ConsoleSet.Engineering)]
    [InlineData(ConsoleSet.Science)]
    [InlineData(ConsoleSet.Communications)]
    public void A_crew_without_help_at_a_console_does_worse(ConsoleSet console) =>
        Assert.True(Play("siege", 5, console).Score < Play("siege", 5).Score);

    [Theory]
    [InlineData("border-patrol")]
    [InlineData("deep-strike")]
    [InlineData("fleet-action")]
    [InlineData("siege")]
    public void A_game_of_eight_ships_comes_to_its_end(string scenario)
    {
        for (ulong seed = 1; seed <= SeedsOfEightShips; seed++)
        {
            // All difficulties have their turn.
            int difficulty = 1 + (int)(seed * 3 % 11);
            var game = NewGame(scenario, difficulty, seed, 8, ConsoleSet.None);
            double limit = game.Setup.Scenario.Defeat.TimeLimitSeconds + 2;
            while (game.Outcome == GameOutcome.None)
            {
                game.Step();
                Assert.True(game.Seconds < limit);
            }
            Assert.NotEmpty(game.OutcomeText);
            Assert.True(game.PlayerShips[0].Statistics.Distance > 1000);
        }
    }

    [Theory]
    [InlineData("border-patrol")]
    [InlineData("deep-strike")]
    [InlineData("siege")]
    public void Every_scenario_can_be_won_at_difficulty_1(string scenario)
    {
        var game = NewGame(scenario, 1, 1, 2, ConsoleSet.None);
        while (game.Outcome == GameOutcome.None) game.Step();
        Assert.Equal(GameOutcome.Victory, game.Outcome);
        Assert.Contains(game.Events.ToArray(), e => e.Kind == GameEventKind.Victory && e.Text == game.OutcomeText);
    }

    [Fact]
    public void Two_runs_of_a_game_are_the_same_at_every_tick()
    {
        var a = NewGame("siege", 8, 77, 3, ConsoleSet.None);
        var b = NewGame("siege", 8, 77, 3, ConsoleSet.None);
        for (int tick = 0; tick < 6000; tick++)
        {
            a.Step();
            b.Step();
            if (tick % 10 == 0) Assert.Equal(a.Hash(), b.Hash());
        }
        Assert.NotEqual(a.Hash(), NewGame("siege", 8, 78, 3, ConsoleSet.None).Hash());
    }

    [Fact]
    public void A_console_that_a_person_holds_is_left_alone()
    {
        var scenario = Scenario.Find("siege")!;
        var game = new GameSimulation(new GameSetup(scenario, 1, 1, [new ShipSetup("Manned", ShipClass.LightCruiser, ConsoleSet.Helm)]));
        for (int tick = 0; tick < 1200; tick++) game.Step();
        Assert.Equal(0, game.PlayerShips[0].Motion.Velocity);
        Assert.Equal(TubeStatus.Loaded, game.PlayerShips[0].Tubes[0].Status);
        game.SetCrew(0, ConsoleSet.None);
        for (int tick = 0; tick < 1200; tick++) game.Step();
        Assert.True(game.PlayerShips[0].Statistics.Distance > 100);
    }

    private static (int Won, double Score) Play(string scenario, int difficulty, ConsoleSet off = ConsoleSet.None) =>
        Played.GetOrAdd((scenario, difficulty, off), key =>
        {
            int won = 0;
            double score = 0;
            for (ulong seed = 1; seed <= Seeds; seed++)
            {
                var game = NewGame(key.Item1, key.Item2, seed, 2, key.Item3);
                while (game.Outcome == GameOutcome.None) game.Step();
                if (game.Outcome == GameOutcome.Victory) won++;
                score += GameScore.Of(game) / Seeds;
            }
            return (won, score);
        });

    private static GameSimulation NewGame(string scenario, int difficulty, ulong seed, int ships, ConsoleSet off)
    {
        var map = Scenario.Find(scenario)!;
        var crews = Enumerable.Range(0, ships)
            .Select(i => new ShipSetup($"Ship {i}", map.Classes[i]) { Assisted = ConsoleSet.All & ~off })
            .ToArray();
        return new GameSimulation(new GameSetup(map, difficulty, seed, crews));
    }
}
