command_usage() {
  cat <<'TEXT'
Usage: ./dev run [--network NETWORK]

Builds the server and the web client, starts the server on loopback (HTTP on 3000, WebSocket on 8080) and prints the address to
open. Ctrl-C stops everything.

  --network NETWORK   Makes every connection as slow as on a worse network, to feel how clients bear it: "120ms±40" adds 120 ms to round
                      trips, and lets each way differ by up to 40.
TEXT
}

command_run() {
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --network)
        [[ "${2:-}" =~ ^[0-9]+\ *ms ]] || fail "--network wants something like 120ms±40"
        export ARTEMIS__Network="$2"
        shift 2
        ;;
      *) fail "run does not know '$1'; see ./dev run --help" ;;
    esac
  done
  need_dotnet
  need_node
  npm_install
  step "Building the web client"
  npm run --silent build
  step "Building the server"
  build src/Artemis.ReferenceServer
  step "Starting the server; Ctrl-C stops it"
  exec dotnet src/Artemis.ReferenceServer/bin/Release/net10.0/artemis-server.dll
}
