using System.Text.Json;
using Artemis.ReferenceServer.Game;
using Artemis.ReferenceServer.Transport;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class ScenarioFolderTests
{
    private const string Lesson = """
        {
          "id": "lesson",
          "name": "Lesson",
          "description": "Nothing happens.",
          "briefing": "Fleet command: look around.",
          "crew": "For beginners",
          "start": { "x": 0, "z": 0, "spacing": 400, "headingDegrees": 0 },
          "classes": ["scout", "scout", "scout", "scout", "scout", "scout", "scout", "scout"],
          "bases": [],
          "fields": [],
          "fleets": [],
          "victory": { "freightersArrived": 1, "text": "Done." },
          "defeat": { "timeLimitSeconds": 600, "text": "Time is up." }
        }
        """;

    [Fact]
    public async Task A_hosts_own_scenario_is_offered_and_played()
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "lesson.json"), Lesson, TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__ScenarioDirectory"] = folder.Path,
        });

        var offered = await server.GetAsync<JsonElement[]>("/api/scenarios");
        await using var crew = await Crew.SignInAsync(server, "Kirk");
        await crew.Gateway.SendAsync(new CreateSession { Name = "Lesson one", Scenario = "lesson", MaxShips = 1 }.EncodeFrame);
        var created = await crew.Gateway.ExpectAsync<SessionCreated>(SessionCreated.PacketType, SessionCreated.TryDecode);
        await crew.JoinAsync(created.SessionId);
        await crew.StartAsync();

        Assert.Equal("lesson", crew.State.Scenario);
        Assert.Equal(
            [.. Scenario.All.Select(scenario => scenario.Id), "lesson"],
            offered.Select(scenario => scenario.GetProperty("id").GetString()!));
    }

    [Fact]
    public void Drills_are_not_offered_but_can_be_had()
    {
        Assert.All(Scenario.Drills, drill => Assert.Same(drill, Scenarios.Find(drill.Id)));
        Assert.DoesNotContain(Scenarios.All, scenario => Scenario.Drills.Contains(scenario));
    }

    [Fact]
    public void A_file_that_is_no_scenario_is_named_with_its_line()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(Path.Combine(folder.Path, "broken.json"), "{\n \"id\": 5 }");

        var error = Assert.Throws<StartupException>(() => Scenarios.AddFrom(folder.Path));

        Assert.Contains("broken.json(2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var error = Assert.Throws<StartupException>(() => Scenarios.AddFrom("/no/such/folder"));

        Assert.Contains("/no/such/folder", error.Message, StringComparison.Ordinal);
    }
}
