source build/dev/http-api.sh

command_usage() {
  cat <<'TEXT'
Usage: ./dev generate [--check]

Writes all that comes from protocol-schema/artemis.artemis and lies in the repository: the readable copy of the C# codecs,
the TypeScript codecs, the conformance vectors and the reference pages. Then asks the server for the description of its HTTP API
(docs/openapi.json) and makes the clients of it, in C# and in TypeScript. Only files that differ are written.

  --check   Write nothing; name each file that is stale, missing or left over, and exit with 1 if there is any.
TEXT
}

command_run() {
  [[ $# -eq 0 || "$*" == --check ]] || fail "generate knows only --check; see ./dev generate --help"
  need_dotnet
  need_node
  npm_install
  local status=0
  step "Building the schema compiler"
  build src/Artemis.Protocol.Tool
  artemis generate protocol-schema/artemis.artemis \
    --csharp protocol-schema/generated/csharp \
    --typescript clients/typescript/src/generated --typescript-runtime ../runtime/index.js \
    --vectors protocol-schema/vectors \
    --reference docs/reference "$@" || status=1
  # After the schema, whose enums are part of it.
  generate_http_api "$@" || status=1
  return "$status"
}

artemis() { dotnet src/Artemis.Protocol.Tool/bin/Release/net10.0/artemis.dll "$@"; }
