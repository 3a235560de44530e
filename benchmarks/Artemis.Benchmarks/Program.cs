using Artemis.Benchmarks.Codec;
using Artemis.Benchmarks.Harness;

// artemis-benchmarks codec [--json FILE]; ./dev bench is the way to run it.
var suite = new Suite();
var json = Array.IndexOf(args, "--json") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

PlayerShipBench.Run(suite);
NpcShipBench.Run(suite);
SessionListBench.Run(suite);

if (json is not null)
    ResultFile.Write(json, suite.Results);
