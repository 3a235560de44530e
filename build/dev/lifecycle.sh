command_usage() {
  cat <<'TEXT'
Usage: ./dev lifecycle [--sessions N] [--idle N] [--seconds S] [--json F]

Starts a server, lets bots make, play and leave ten sessions at once, ten one after another and ten at once again, then makes fifty that
stay idle. Prints how long it takes to make one, how much memory a game has, and what was left behind of processes, ports, handles and
memory; exits with 1 if anything was. Of the first ten, only processes and ports count: they fill the server's pools. Needs Linux, and
about 3 GB of memory for the fifty.
TEXT
}

command_run() {
  need_dotnet
  step "Building"
  build benchmarks/Artemis.Lifecycle
  dotnet benchmarks/Artemis.Lifecycle/bin/Release/net10.0/Artemis.Lifecycle.dll "$@"
}
