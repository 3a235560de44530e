command_usage() {
  cat <<'TEXT'
Usage: ./dev play [--minutes N] [--scenarios LIST] [--difficulty N] [--json FILE]

Plays the browser bridge by itself, two pages at all six consoles, and tells which controls had their effect, which did nothing, which were never
used, which games had no end and what was nonsense. Half an hour of Border Patrol, Siege and Deep Strike unless told otherwise; LIST is names of scenarios, separated by commas.
TEXT
}

command_run() {
  local arguments=()
  while [[ $# -gt 0 ]]; do
    # The player runs in its package's folder.
    if [[ "$1" == --json && -n "${2:-}" ]]; then arguments+=(--json "$(realpath -m "$2")"); else arguments+=("$1" "${2:-}"); fi
    shift
    if [[ $# -gt 0 ]]; then shift; fi
  done
  need_web
  step "Playing"
  npm run --silent play --workspace @artemis/web -- "${arguments[@]}"
}
