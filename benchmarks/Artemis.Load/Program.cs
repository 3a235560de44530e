using Artemis.Load;
using Artemis.Load.Players;
using Artemis.Load.Stages;

try
{
    return args switch
    {
        ["players", .. var rest] => await PlayersProcess.RunAsync(LoadOptions.Parse(rest)),
        ["stages", .. var rest] => StageReport.Run(LoadOptions.Parse(rest)),
        _ => await LoadTest.RunAsync(LoadOptions.Parse(args)),
    };
}
catch (LoadException exception)
{
    Console.Error.WriteLine($"load: {exception.Message}");
    return 1;
}
