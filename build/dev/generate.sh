command_usage() {
  cat <<'TEXT'
Usage: ./dev generate [--check]

Writes all that comes from protocol-schema/artemis.artemis and lies in the repository: the readable copy of the C# codecs,
the TypeScript codecs, the conformance vectors and the reference pages. Only files that differ are written.

  --check   Write nothing; name each file that is stale, missing or left over, and exit with 1 if there is any.
TEXT
}

command_run() {
  need_dotnet
  step "Building the schema compiler"
  build src/Artemis.Protocol.Tool
  artemis generate protocol-schema/artemis.artemis \
    --csharp protocol-schema/generated/csharp \
    --typescript clients/typescript/src/generated --typescript-runtime ../runtime/index.js \
    --vectors protocol-schema/vectors \
    --reference docs/reference "$@"
}

artemis() { dotnet src/Artemis.Protocol.Tool/bin/Release/net10.0/artemis.dll "$@"; }
