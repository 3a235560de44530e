using System.CommandLine;
using Artemis.Lifecycle;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("lifecycle: this reads processes, ports and memory from /proc, which only Linux has.");
    return 1;
}

var sessions = new Option<int>("--sessions") { Description = "Sessions to play at once, one after another, and at once again.", DefaultValueFactory = _ => 10 };
var idle = new Option<int>("--idle") { Description = "Sessions to leave idle at once.", DefaultValueFactory = _ => 50 };
var seconds = new Option<int>("--seconds") { Description = "How long bots fly in each session.", DefaultValueFactory = _ => 5 };
var json = new Option<string?>("--json") { Description = "File for the figures." };
var root = new RootCommand("Plays sessions by bots on a server of its own, and checks that they leave nothing behind.") { sessions, idle, seconds, json };
root.SetAction(async (parsed, _) =>
{
    var drill = new Drill(parsed.GetValue(sessions), parsed.GetValue(idle), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
    var phases = await drill.RunAsync();
    Report.Print(phases);
    if (parsed.GetValue(json) is { } file)
        await Report.WriteAsync(phases, file);
    return phases.All(phase => phase.IsClean) ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
