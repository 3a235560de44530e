command_usage() {
  cat <<'TEXT'
Usage: ./dev fuzz --seconds S [--seed N]
       ./dev fuzz --ticks N

Feeds random bytes, and golden ones with something wrong in them, to every decoder: C# for half of S seconds, TypeScript for the other half.
A crash, an over-read, a hang, or an allocation out of proportion ends it with 1 and prints the input as hexadecimal digits.

  --ticks N   Instead plays N ticks of the game, over all scenarios, with random orders, and checks after each that the world is sound and,
              now and then, that the same game gives the same hash. A million takes some minutes.
TEXT
}

command_run() {
  local seconds='' ticks='' seed="$RANDOM"
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --seconds|--seed|--ticks)
        [[ "${2:-}" =~ ^[0-9]+$ ]] || fail "$1 wants a whole number"
        case "$1" in
          --seconds) seconds="$2" ;;
          --ticks) ticks="$2" ;;
          *) seed="$2" ;;
        esac
        shift 2
        ;;
      *) fail "fuzz does not know '$1'; see ./dev fuzz --help" ;;
    esac
  done
  if [[ "$ticks" ]]; then
    fuzz_game "$ticks"
    return
  fi
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

fuzz_game() {
  need_dotnet
  step "Building the game's tests"
  build tests/Artemis.Simulation.Tests
  step "Game, $1 ticks"
  FUZZ_TICKS="$1" dotnet tests/Artemis.Simulation.Tests/bin/Release/net10.0/Artemis.Simulation.Tests.dll -class "*.RandomOrderTests"
}
