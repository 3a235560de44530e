command_usage() {
  cat <<'TEXT'
Usage: ./dev pack [server]

Makes the packages in artifacts/packages: Artemis.Protocol and Artemis.Protocol.Tool for NuGet, @artemis/client for npm.

  server   Make the server instead, in artifacts/server: a folder that runs wherever the .NET 10 runtime is (ASP.NET Core included),
           with the browser bridge inside. Its README.md is the host's page.
TEXT
}

command_run() {
  case "$*" in
    '') pack_libraries ;;
    server) pack_server ;;
    *) fail "pack does not know '$*'; see ./dev pack --help" ;;
  esac
}

pack_libraries() {
  need_dotnet
  need_node
  local target="$PWD/artifacts/packages" project
  rm -rf "$target"
  mkdir -p "$target"
  for project in Artemis.Protocol Artemis.Protocol.Tool; do
    step "Packing $project"
    dotnet pack "src/$project" -c Release -v quiet -o "$target"
  done
  npm_install
  step "Packing @artemis/client"
  npm pack --silent --workspace @artemis/client --pack-destination "$target" >/dev/null
  ls -1 "$target"
}

pack_server() {
  need_dotnet
  need_node
  npm_install
  step "Building the web client"
  npm run --silent build --workspace @artemis/client
  npm run --silent build --workspace @artemis/web
  step "Packing the server"
  publish_server
  step "Trying it out"
  node build/check-server.mjs artifacts/server
  echo "artifacts/server is ready: copy it to where it shall run, and start ./artemis-server there."
}

# The folder alone, from a web client that is built already.
publish_server() {
  local target="$PWD/artifacts/server" log
  rm -rf "$target"
  # No executable of this machine's own kind: the launcher beside it runs anywhere.
  log="$(dotnet publish src/Artemis.ReferenceServer --nologo -v quiet -c Release -p:UseAppHost=false -o "$target" "$@" 2>&1)" ||
    { echo "$log" >&2; return 1; }
  rm -f "$target/artemis-server"
  cp build/server/* "$target/"
  chmod +x "$target/artemis-server"
  cp docs/hosting.md "$target/README.md"
  cp docs/openapi.json "$target/"
  cp LICENSE "$target/"
  cp -r clients/web/dist "$target/wwwroot"
}
