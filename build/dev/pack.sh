command_usage() {
  cat <<'TEXT'
Usage: ./dev pack

Makes the NuGet and npm packages in artifacts/packages.
TEXT
}

command_run() { fail "there are no packages yet"; }
