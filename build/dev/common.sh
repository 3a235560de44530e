# Shared by all commands of ./dev.

# Neither build nodes nor a compiler server may outlive the command, and no tool should greet us.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
export npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false

if [[ -t 1 ]]; then bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'; else bold='' red='' plain=''; fi

step() { echo "${bold}==> $*${plain}"; }

# Says in one line what is wrong and what to do about it, and ends.
fail() {
  echo "${red}dev: $*${plain}" >&2
  exit 1
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET SDK is missing; install the .NET 10 SDK from https://dot.net"
  local version
  version="$(dotnet --version 2>/dev/null)" || version="none that fits global.json"
  [[ "${version%%.*}" =~ ^[0-9]+$ && "${version%%.*}" -ge 10 ]] ||
    fail "the .NET 10 SDK is needed, but this machine has $version; install it from https://dot.net"
}

need_node() {
  command -v node >/dev/null || fail "Node is missing; install Node 20 or newer from https://nodejs.org"
  command -v npm >/dev/null || fail "npm is missing; it comes with Node 20 or newer from https://nodejs.org"
  local major
  major="$(node -p 'process.versions.node.split(".")[0]')"
  [[ "$major" -ge 20 ]] || fail "Node 20 or newer is needed, but this is Node $major; install it from https://nodejs.org"
}

# Builds a project for release and says nothing unless there is something wrong.
build() {
  local log
  if ! log="$(dotnet build --nologo -v quiet -c Release "$@" 2>&1)"; then
    echo "$log" >&2
    return 1
  fi
}

# Installs all npm packages exactly as locked, unless that was done since the lock file changed.
npm_install() {
  local stamp=node_modules/.installed
  if [[ ! -f "$stamp" || package-lock.json -nt "$stamp" ]]; then
    step "Installing npm packages"
    # No package needs to run code of its own to be installed.
    npm ci --ignore-scripts --no-progress || fail "npm ci failed; the lines above say why"
    touch "$stamp"
  fi
}

# Whether the package in folder $1 has the script $2.
has_script() {
  [[ -f "$1/package.json" ]] && node -p "process.exit(require('./$1/package.json').scripts?.['$2'] ? 0 : 1)"
}

# Chromium for the tests in a browser: its path in CHROMIUM_PATH.
need_chromium() {
  local candidate
  for candidate in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [[ -n "$candidate" ]] && command -v "$candidate" >/dev/null; then
      CHROMIUM_PATH="$(command -v "$candidate")"
      export CHROMIUM_PATH
      return
    fi
  done
  if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    step "Installing Chromium"
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null; then
      CHROMIUM_PATH="$(command -v chromium)"
      export CHROMIUM_PATH
      return
    fi
  fi
  fail "Chromium is missing; install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH"
}

# PostgreSQL's server for the tests of the registry. Those find it where Debian puts it, or on the PATH.
need_postgres() {
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return
  if [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
    step "Installing PostgreSQL"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null && return
  fi
  fail "PostgreSQL is missing; install it (on Debian: apt-get install postgresql)"
}

# Builds server and browser bridge, and finds a browser: for what plays the bridge by itself.
need_web() {
  need_dotnet
  need_node
  npm_install
  need_chromium
  step "Building the web client"
  npm run --silent build --workspace @artemis/client
  npm run --silent build --workspace @artemis/web
  step "Building the server"
  build src/Artemis.ReferenceServer
}
