command_usage() {
  cat <<'TEXT'
Usage: ./dev screens [desktop|phone]

Makes the pictures in docs/screens: plays the browser bridge against a server of its own, and takes each screen as on a desk and as
on a phone.
TEXT
}

command_run() {
  case "${1:-}" in
    '' | desktop | phone) ;;
    *) fail "screens does not know '$1'; see ./dev screens --help" ;;
  esac
  need_web
  step "Taking pictures"
  npm run --silent screens --workspace @artemis/web -- "$@"
}
