using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Artemis.ReferenceServer.CommandLine.Api;
using Spectre.Console;

namespace Artemis.ReferenceServer.CommandLine.Operator;

/// <summary>How a server stands, for a person or for a program.</summary>
internal static class StatusReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes it as JSON.</summary>
    public static void WriteJson(ServerStatus status) => System.Console.Out.WriteLine(JsonSerializer.Serialize(status, Json));

    /// <summary>Writes it as tables.</summary>
    public static void WriteTable(ServerStatus status)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        // What goes to a file or another program is not to be folded.
        if (System.Console.IsOutputRedirected)
            console.Profile.Width = 240;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Artemis {status.Version}, up since {status.StartedAt:u}, {status.PlayersOnline} player(s) online."));
        if (status.Drain is { } drain)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Takes nobody new since {drain.Since:u}{(drain.Deadline is { } deadline ? $", closes games at {deadline:u}" : "")}{(drain.StopsWhenEmpty ? ", stops when empty" : "")}."));
        }

        var hosts = NewTable("Host", "Games", "Spares", "Capacity", "");
        foreach (var host in status.Hosts)
            AddRow(hosts, host.Name, host.Games, host.Spares, host.Capacity, ConditionOf(host));
        console.Write(hosts);
        if (status.Sessions.Count == 0)
        {
            console.WriteLine("No sessions.");
            return;
        }

        var sessions = NewTable("Session", "Id", "State", "Scenario", "Players", "Port", "Process", "Crew");
        foreach (var session in status.Sessions)
        {
            AddRow(
                sessions,
                session.Session.Name,
                session.Session.Id,
                session.Suspect ? $"{session.Session.State} (silent)" : session.Session.State,
                $"{session.Session.Scenario} {session.Session.Difficulty}",
                $"{session.Session.Players}/{session.Session.MaxPlayers}",
                session.Port,
                session.ProcessId,
                string.Join(", ", session.Crew.Select(player => player.Connected ? player.Name : $"({player.Name})")));
        }

        console.Write(sessions);
    }

    private static string ConditionOf(HostInfo host) => host switch
    {
        { Connected: false } => string.Create(CultureInfo.InvariantCulture, $"away since {host.Since:u}"),
        { Draining: true } => "draining",
        _ => "",
    };

    private static Table NewTable(params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    // Names are players' own words, not ours to be taken for markup.
    private static void AddRow(Table table, params ReadOnlySpan<object> cells)
    {
        var row = new Text[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            row[i] = new Text(Convert.ToString(cells[i], CultureInfo.InvariantCulture) ?? "");
        table.AddRow(row);
    }
}
