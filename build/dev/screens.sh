command_usage() {
  cat <<'TEXT'
Usage: ./dev screens [desktop|phone] [NAME...]

Makes the pictures in docs/screens: plays the browser bridge against a server of its own, and takes each screen as on a desk and as
on a phone. NAMEs choose pictures, without endings: "helm" is helm.png and helm-phone.png; the way to them is played all the same.
TEXT
}

command_run() {
  local name
  for name in "$@"; do
    [[ "$name" =~ ^(desktop|phone)$ || -f "docs/screens/$name.png" ]] || fail "screens does not know '$name'; see ./dev screens --help"
  done
  need_web
  step "Taking pictures"
  npm run --silent screens --workspace @artemis/web -- "$@"
}
