command_usage() {
  cat <<'TEXT'
Usage: ./dev run

Builds the server and the web client, starts the server on loopback (HTTP on 3000, WebSocket on 8080) and prints the address to
open. Ctrl-C stops everything.
TEXT
}

command_run() {
  need_dotnet
  need_node
  [[ -d src/Artemis.ReferenceServer ]] || fail "the server is not there yet"
  npm_install
  step "Building the web client"
  npm run --silent build
  step "Building the server"
  build src/Artemis.ReferenceServer
  step "Starting the server; Ctrl-C stops it"
  exec dotnet src/Artemis.ReferenceServer/bin/Release/net10.0/artemis-server.dll
}
