command_usage() {
  cat <<'TEXT'
Usage: ./dev bench [FILTER] [--json FILE] [--minutes N]

Runs the benchmarks, C# and TypeScript, and prints each beside the same work done by other libraries: "JSON 30x" means that JSON took
thirty times as long. FILTER chooses suites by a part of their name: "codec" for encoding and decoding, "sim" for the game alone, "web" for the
frames of the browser bridge.

  --json FILE   Write all figures: of codecs as {"results":[{"language","name","ns","bytes","allocated","peers":{NAME:ns}}]}, of the
                game as {"tickMs":{"median","p99","max"},"phaseMs":{NAME:ms},"allocatedBytesPerTick"}; of the bridge as
                {"consoles":[{"console","objects","frames","medianMs","p95Ms","drawMedianMs","sizes"}]}; all side by side.
  --minutes N   Lets five consoles of the bridge stay open for so long afterwards, and tells their heaps and DOM nodes each minute, and at the
                end which of them grew.

Leave the machine alone meanwhile.
TEXT
}

command_run() {
  local filter='' json='' minutes=0
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --json)
        [[ $# -ge 2 ]] || fail "--json wants a file"
        json="$2"
        shift 2
        ;;
      --minutes)
        [[ "${2:-}" =~ ^[0-9]+$ ]] || fail "--minutes wants a whole number"
        minutes="$2"
        shift 2
        ;;
      -*) fail "bench does not know '$1'; see ./dev bench --help" ;;
      *)
        filter="$1"
        shift
        ;;
    esac
  done
  local codec='' sim='' web=''
  [[ codec == *"$filter"* ]] && codec=yes
  [[ sim == *"$filter"* ]] && sim=yes
  [[ web == *"$filter"* ]] && web=yes
  [[ "$codec$sim$web" ]] || fail "no suite has '$filter' in its name; there are: codec, sim, web"

  need_dotnet
  local folder=artifacts/bench
  mkdir -p "$folder"
  rm -f "$folder"/*.json
  if [[ "$codec" ]]; then bench_codec "$folder"; fi
  if [[ "$sim" ]]; then bench_sim "$folder"; fi
  if [[ "$web" ]]; then bench_web "$folder" "$minutes"; fi
  if [[ "$json" ]]; then
    need_node
    node -e "const { existsSync, readFileSync, writeFileSync } = require('fs');
      const parts = process.argv.slice(2).filter(existsSync).map((file) => JSON.parse(readFileSync(file, 'utf8')));
      writeFileSync(process.argv[1], JSON.stringify(Object.assign({}, ...parts), null, 2));" \
      "$json" "$folder/codec.json" "$folder/sim.json" "$folder/web.json"
  fi
}

bench_web() {
  need_web
  step "Bridge"
  npm run --silent bench --workspace @artemis/web -- --minutes "$2" --json "$PWD/$1/web.json"
}

bench_sim() {
  local folder="$1"
  step "Building the benchmark of the game"
  build benchmarks/Artemis.Simulation.Benchmarks
  step "Game"
  dotnet benchmarks/Artemis.Simulation.Benchmarks/bin/Release/net10.0/Artemis.Simulation.Benchmarks.dll --json "$folder/sim.json"
}

bench_codec() {
  local folder="$1"
  need_node
  npm_install
  step "Building benchmarks"
  build benchmarks/Artemis.Benchmarks
  npm run --silent build --workspace @artemis/client
  npm run --silent build --workspace @artemis/benchmarks

  step "Codecs, C#"
  dotnet benchmarks/Artemis.Benchmarks/bin/Release/net10.0/Artemis.Benchmarks.dll --json "$folder/csharp.json"
  step "Codecs, TypeScript"
  node --expose-gc benchmarks/typescript/dist/main.js --json "$folder/typescript.json"
  node build/bench-report.mjs "$folder/csharp.json" "$folder/typescript.json" --json "$folder/codec.json"
}
