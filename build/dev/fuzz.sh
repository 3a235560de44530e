command_usage() {
  cat <<'TEXT'
Usage: ./dev fuzz --seconds S [--seed N]

Feeds random bytes, and golden ones with something wrong in them, to every decoder: C# for half of S seconds, TypeScript for the other half.
A crash, an over-read, a hang, or an allocation out of proportion ends it with 1 and prints the input as hexadecimal digits.
TEXT
}

command_run() {
  local seconds='' seed="$RANDOM"
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --seconds|--seed)
        [[ "${2:-}" =~ ^[0-9]+$ ]] || fail "$1 wants a whole number"
        if [[ "$1" == --seconds ]]; then seconds="$2"; else seed="$2"; fi
        shift 2
        ;;
      *) fail "fuzz does not know '$1'; see ./dev fuzz --help" ;;
    esac
  done
  [[ -n "$seconds" && "$seconds" -ge 2 ]] || fail "say for how long, at least 2 seconds: ./dev fuzz --seconds 60"

  need_dotnet
  need_node
  npm_install
  step "Building fuzzers"
  build tests/Artemis.Fuzz
  npm run --silent build --workspace @artemis/client

  local status=0
  step "C#, $((seconds / 2)) s, seed $seed"
  dotnet tests/Artemis.Fuzz/bin/Release/net10.0/Artemis.Fuzz.dll --seconds "$((seconds / 2))" --seed "$seed" || status=1
  step "TypeScript, $((seconds - seconds / 2)) s, seed $seed"
  node tests/Artemis.Fuzz/typescript/main.mjs --seconds "$((seconds - seconds / 2))" --seed "$seed" || status=1
  return "$status"
}
