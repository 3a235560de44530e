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

  check_dotnet
  check_npm clients/typescript
  check_npm clients/web
  summarize
}

# Runs a step whose failure must not keep the others from running.
attempt() {
  local name="$1"
  shift
  step "$name"
  "$@" || troubles+=("$name")
}

check_dotnet() {
  attempt "Building" dotnet build Artemis.sln -c Release -v quiet -warnaserror
  attempt "Checking the format of C#" dotnet format Artemis.sln --verify-no-changes --no-restore
  if [[ -d src/Artemis.Protocol.Tool ]]; then
    attempt "Checking generated files" ./dev generate --check
  fi
  attempt "Testing C#" dotnet test Artemis.sln -c Release --no-build \
    --logger "console;verbosity=minimal" --logger "trx;LogFilePrefix=csharp" --results-directory "$results"
}

# A package's scripts: lint, format:check and typecheck as far as it has them, its unit tests and those in a browser.
check_npm() {
  local package="$1" name script
  [[ -f "$package/package.json" ]] || return 0
  name="$(basename "$package")"
  npm_install "$package"
  for script in lint format:check typecheck build; do
    if has_script "$package" "$script"; then
      attempt "$package: $script" npm run --silent --prefix "$package" "$script"
    fi
  done
  attempt "Testing $package" npm test --prefix "$package" -- \
    --reporter=default --reporter=json --outputFile.json="$PWD/$results/$name.json"
  if has_script "$package" test:e2e; then
    need_chromium
    attempt "Testing $package in Chromium" npm run --prefix "$package" test:e2e -- \
      --reporter=default --reporter=json --outputFile.json="$PWD/$results/$name-e2e.json"
  fi
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
