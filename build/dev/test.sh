source build/dev/pack.sh

command_usage() {
  cat <<'TEXT'
Usage: ./dev test

Checks formatting and generated files, then runs every suite: C#, TypeScript and browser. Installs what they need. The last line
is the sum over all suites: "N passed, N failed, N skipped". Exits with 1 if anything failed, crashed or ran no test.

Reports lie in artifacts/test-results.
TEXT
}

results=artifacts/test-results
troubles=()

command_run() {
  [[ $# -eq 0 ]] || fail "test takes no arguments; see ./dev test --help"
  need_dotnet
  need_node
  rm -rf "$results"
  mkdir -p "$results"

  npm_install
  check_dotnet
  check_npm
  summarize
}

# Runs a step whose failure must not end everything; what cannot go on without it asks for its status.
attempt() {
  local name="$1"
  shift
  step "$name"
  "$@" && return
  troubles+=("$name")
  return 1
}

check_dotnet() {
  attempt "Building" build Artemis.sln || return 0
  # The build has enforced style and analyzers already; what is left is white space.
  attempt "Checking the format of C#" env Configuration=Release dotnet format whitespace Artemis.sln --verify-no-changes --no-restore || true
  attempt "Checking generated files" ./dev generate --check || true
  need_postgres
  attempt "Testing C#" dotnet test Artemis.sln -c Release --no-build \
    --logger "console;verbosity=minimal" --logger "trx;LogFilePrefix=csharp" --results-directory "$results" || true
}

# Unit tests of every npm package that has some, then those in a browser.
check_npm() {
  local package
  attempt "Checking the format of TypeScript" npm run --silent lint || true
  attempt "Building npm packages" npm run --silent build || return 0
  attempt "Packing the server and running it from there" check_packed_server || true
  attempt "Checking types" npm run --silent typecheck || true
  for package in clients/typescript clients/web benchmarks/typescript; do
    if has_script "$package" test; then
      attempt "Testing $package" npm_test "$package" test "$(basename "$package")" || true
    fi
    if has_script "$package" test:e2e; then
      need_chromium
      attempt "Testing $package in Chromium" npm_test "$package" test:e2e "$(basename "$package")-e2e" || true
    fi
  done
}

check_packed_server() {
  publish_server --no-build && node build/check-server.mjs artifacts/server
}

# Runs the Vitest script $2 of package $1 and leaves its report as $3.json.
npm_test() {
  npm run --silent --workspace "$1" "$2" -- \
    --reporter=default --reporter=json --outputFile.json="$PWD/$results/$3.json"
}

summarize() {
  local trouble
  if [[ ${#troubles[@]} -gt 0 ]]; then
    echo
    for trouble in "${troubles[@]}"; do echo "${red}failed: $trouble${plain}"; done
  fi
  node build/test-summary.mjs "$results" || exit 1
  [[ ${#troubles[@]} -eq 0 ]] || exit 1
}
