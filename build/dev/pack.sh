command_usage() {
  cat <<'TEXT'
Usage: ./dev pack

Makes the packages in artifacts/packages: Artemis.Protocol and Artemis.Protocol.Tool for NuGet, @artemis/client for npm.
TEXT
}

command_run() {
  [[ $# -eq 0 ]] || fail "pack takes no arguments; see ./dev pack --help"
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
