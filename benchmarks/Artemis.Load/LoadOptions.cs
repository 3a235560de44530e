using System.Globalization;

namespace Artemis.Load;

/// <summary>What is to be tested.</summary>
internal sealed record LoadOptions
{
    private const int PlayersPerShip = 6;

    /// <summary>Games at once.</summary>
    public int Games { get; init; } = 1;

    /// <summary>Players of each game.</summary>
    public int Players { get; init; } = 48;

    /// <summary>Seconds to measure for.</summary>
    public int Seconds { get; init; } = 30;

    /// <summary>Most seconds to wait for the scenario to be what it shall be; null for the scenario's own.</summary>
    public int? WarmUp { get; init; }

    /// <summary>What is played: <c>battle</c>, <c>spread</c>, or a scenario's id.</summary>
    public string Scenario { get; init; } = "battle";

    /// <summary>Where the figures go.</summary>
    public string? Json { get; init; }

    /// <summary>Whether bytes are shown by object, field and zone.</summary>
    public bool Profile { get; init; }

    /// <summary>Means of saving bytes that games do without, separated by commas.</summary>
    public string Without { get; init; } = "";

    /// <summary>The server's executable.</summary>
    public string Server { get; init; } = Path.Combine(AppContext.BaseDirectory, "artemis-server");

    /// <summary>The gateway's address, for the process of the players.</summary>
    public string Gateway { get; init; } = "";

    /// <summary>The scenario's id.</summary>
    public string ScenarioId => Scenario switch
    {
        "battle" => "battle-drill",
        "spread" => "spread-drill",
        _ => Scenario,
    };

    /// <summary>Ships that the players of a game need.</summary>
    public int Ships => Math.Max(1, (Players + PlayersPerShip - 1) / PlayersPerShip);

    /// <summary>Most seconds to wait until fleets have met, tubes are loaded and code is compiled.</summary>
    public int WarmUpSeconds => WarmUp ?? (Scenario == "battle" ? 120 : 15);

    /// <summary>Reads a command line.</summary>
    /// <exception cref="LoadException">It is none.</exception>
    public static LoadOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new LoadOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--profile")
            {
                options = options with { Profile = true };
                continue;
            }

            if (i + 1 == arguments.Length)
                throw new LoadException($"{arguments[i]} wants a value.");
            var (name, value) = (arguments[i], arguments[++i]);
            options = name switch
            {
                "--games" => options with { Games = Number(name, value, 1, 100) },
                "--players" => options with { Players = Number(name, value, 1, 48) },
                "--seconds" => options with { Seconds = Number(name, value, 5, 24 * 60 * 60) },
                "--warm-up" => options with { WarmUp = Number(name, value, 1, 600) },
                "--scenario" => options with { Scenario = value },
                "--json" => options with { Json = value },
                "--without" => options with { Without = value },
                "--server" => options with { Server = value },
                "--gateway" => options with { Gateway = value },
                _ => throw new LoadException($"There is no option {name}."),
            };
        }

        return options;
    }

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new LoadException($"{name} wants a whole number from {least} to {most}.");
}
