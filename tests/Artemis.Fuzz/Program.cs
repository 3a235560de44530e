using Artemis.Fuzz;

// artemis-fuzz --seconds S [--seed N]; ./dev fuzz is the way to run it.
var options = Options.Parse(args);
return options.SharedFile is null ? Watcher.Run(options) : Worker.Run(options);
