command_usage() {
  cat <<'TEXT'
Usage: ./dev bench [FILTER] [--json FILE]

Runs the benchmarks and prints them beside their peers. FILTER is a suite: "codec".
TEXT
}

command_run() { fail "there are no benchmarks yet"; }
