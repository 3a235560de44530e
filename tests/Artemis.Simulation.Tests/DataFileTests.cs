using System.Text;
using Xunit;

namespace Artemis.Simulation.Tests;

public class DataFileTests
{
    private static readonly string BalanceText = Encoding.UTF8.GetString(BuiltIn.File("balance.json"));
    private static readonly string SiegeText = Encoding.UTF8.GetString(BuiltIn.File("siege.json"));

    [Fact]
    public void The_files_that_come_with_the_game_are_sound()
    {
        Assert.Equal(["border-patrol", "siege", "deep-strike", "fleet-action"], Scenario.All.Select(s => s.Id));
        Assert.NotNull(Balance.Default);
        Assert.All(Scenario.All, s => Assert.NotEmpty(s.Description));
    }

    [Fact]
    public void A_number_out_of_range_is_reported_with_file_line_and_range()
    {
        string text = BalanceText.Replace("\"turnDegrees\": 15", "\"turnDegrees\": 200", StringComparison.Ordinal);
        int line = text[..text.IndexOf("\"turnDegrees\": 200", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Equal([$"my.json({line}): ships.scout.turnDegrees must be 1 to 180, not 200"], Errors(() => ReadBalance(text)));
    }

    [Fact]
    public void All_errors_of_ranges_are_reported_at_once()
    {
        string text = BalanceText
            .Replace("\"energyPerShot\": 2", "\"energyPerShot\": -2", StringComparison.Ordinal)
            .Replace("\"arcDegrees\": 160", "\"arcDegrees\": 400", StringComparison.Ordinal)
            .Replace("\"enemiesPerWave\": [5, ", "\"enemiesPerWave\": [", StringComparison.Ordinal);
        var errors = Errors(() => ReadBalance(text));
        Assert.Equal(3, errors.Count);
        Assert.Contains(errors, e => e.Contains("difficulty.enemiesPerWave must have 11 entries, not 10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_key_is_named()
    {
        string error = Assert.Single(Errors(() => ReadBalance(BalanceText.Replace("\"shieldsFore\": 60, ", "", StringComparison.Ordinal))));
        Assert.Matches(@"^my\.json\(\d+\): .*shieldsFore", error);
    }

    [Fact]
    public void An_unknown_key_is_named_with_its_line()
    {
        string text = SiegeText.Replace("\"briefing\"", "\"breifing\"", StringComparison.Ordinal);
        int line = 1 + text[..text.IndexOf("breifing", StringComparison.Ordinal)].Count(c => c == '\n');
        string error = Assert.Single(Errors(() => ReadScenario(text)));
        Assert.StartsWith($"my.json({line}): breifing", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_JSON_is_reported_with_its_line()
    {
        string error = Assert.Single(Errors(() => ReadScenario("{\n  \"id\": siege\n}")));
        Assert.StartsWith("my.json(2): ", error, StringComparison.Ordinal);
        Assert.Single(Errors(() => ReadScenario("")));
        Assert.Single(Errors(() => ReadScenario("null")));
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_reported_with_its_line()
    {
        string error = Assert.Single(Errors(() => ReadScenario(SiegeText.Replace("\"kind\": \"nebula\"", "\"kind\": \"fog\"", StringComparison.Ordinal))));
        Assert.Matches(@"^my\.json\(\d+\): fields\[0\]\.kind", error);
    }

    [Fact]
    public void A_scenario_must_make_sense()
    {
        Assert.Contains("must ask for something", Assert.Single(Errors(() => ReadScenario(
            SiegeText.Replace("\"enemiesDestroyed\": true, ", "", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Assert.Contains("must be nebula, asteroid, blackHole or anomaly", Assert.Single(Errors(() => ReadScenario(
            SiegeText.Replace("\"kind\": \"nebula\"", "\"kind\": \"base\"", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    private static void ReadBalance(string text) => Balance.Read("my.json", Encoding.UTF8.GetBytes(text));

    private static void ReadScenario(string text) => Scenario.Read("my.json", Encoding.UTF8.GetBytes(text));

    private static IReadOnlyList<string> Errors(Action read) => Assert.Throws<DataFileException>(read).Errors;
}
