command_usage() {
  cat <<'TEXT'
Usage: ./dev load [--games G] [--players P] [--seconds S] [--scenario battle|spread|ID] [--without LIST] [--json FILE] [--profile]
       ./dev load stages [--scenario battle|spread|ID] [--seconds S]

Puts a real gateway and real game processes under the load of many clients, each working a console, in a process of their own, and prints
what both saw: ticks, bytes, latencies, errors, and whether all consoles of a ship held the same state.

  --games G        Games at once; 1 unless told otherwise.
  --players P      Players of each game, up to 48; 48 unless told otherwise.
  --seconds S      How long to measure; 30 unless told otherwise.
  --scenario NAME  battle: at least 30 near movers and 3 torpedoes in flight for each ship; spread: fleets apart; or any scenario's id.
  --warm-up S      Most seconds to wait for the scenario to be what it shall be, before measuring.
  --without LIST   Let games do without means of saving bytes: filter, tiers, batching, silence, separated by commas.
  --json FILE      Write all figures.
  --profile        Show bytes by type of object, field and zone.

With "stages" it plays the same game again and again without sockets, each time with one more of those means, and prints the bytes.

Ends with 1 if clients had errors or consoles of a ship disagreed. Leave the machine alone meanwhile.
TEXT
}

command_run() {
  need_dotnet
  step "Building the load test"
  build benchmarks/Artemis.Load
  dotnet benchmarks/Artemis.Load/bin/Release/net10.0/Artemis.Load.dll "$@"
}
