command_usage() {
  cat <<'TEXT'
Usage: ./dev load [OPTIONS]

Puts a real gateway and real game processes under the load of many clients.
TEXT
}

command_run() { fail "there is no load test yet"; }
