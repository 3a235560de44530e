command_usage() {
  cat <<'TEXT'
Usage: ./dev fuzz --seconds S

Feeds random and mutated bytes to every decoder, C# and TypeScript, for S seconds in all.
TEXT
}

command_run() { fail "there is no fuzzer yet"; }
