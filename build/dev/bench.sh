command_usage() {
  cat <<'TEXT'
Usage: ./dev bench [FILTER] [--json FILE]

Runs the benchmarks, C# and TypeScript, and prints each beside the same work done by other libraries: "JSON 30x" means that JSON took
thirty times as long. FILTER chooses suites by a part of their name; there is one, "codec".

  --json FILE   Write all figures as {"results":[{"language","name","ns","bytes","allocated","peers":{NAME:ns}}]}.

Leave the machine alone meanwhile.
TEXT
}

command_run() {
  local filter='' json=''
  while [[ $# -gt 0 ]]; do
    case "$1" in
      --json)
        [[ $# -ge 2 ]] || fail "--json wants a file"
        json="$2"
        shift 2
        ;;
      -*) fail "bench does not know '$1'; see ./dev bench --help" ;;
      *)
        filter="$1"
        shift
        ;;
    esac
  done
  [[ codec == *"$filter"* ]] || fail "no suite has '$filter' in its name; there is: codec"

  need_dotnet
  need_node
  npm_install
  step "Building benchmarks"
  build benchmarks/Artemis.Benchmarks
  npm run --silent build --workspace @artemis/client
  npm run --silent build --workspace @artemis/benchmarks

  local folder=artifacts/bench
  mkdir -p "$folder"
  step "Codecs, C#"
  dotnet benchmarks/Artemis.Benchmarks/bin/Release/net10.0/Artemis.Benchmarks.dll --json "$folder/csharp.json"
  step "Codecs, TypeScript"
  node --expose-gc benchmarks/typescript/dist/main.js --json "$folder/typescript.json"
  node build/bench-report.mjs "$folder/csharp.json" "$folder/typescript.json" ${json:+--json "$json"}
}
