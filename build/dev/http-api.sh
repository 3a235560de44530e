# The description of the HTTP API and the clients made from it; used by ./dev generate and by nothing else.

# Writes them, or with --check says which are stale.
generate_http_api() {
  local folder target stale=0
  folder="$(mktemp -d)"
  step "Asking the server for the description of its HTTP API"
  build src/Artemis.ReferenceServer
  local document="$folder/openapi.json"
  # The same bytes wherever it is made.
  tr -d '\r' <src/Artemis.ReferenceServer/obj/openapi/openapi.json >"$document"

  step "Making clients of it"
  nswag openapi2csclient /input:"$document" /output:"$folder/ServerApi.g.cs" \
    /namespace:Artemis.ReferenceServer.CommandLine.Api /className:ServerApi /jsonLibrary:SystemTextJson \
    /generateNullableReferenceTypes:true /generateOptionalPropertiesAsNullable:true /generateOptionalParameters:true \
    /useBaseUrl:false /injectHttpClient:true /typeAccessModifier:internal /clientClassAccessModifier:internal
  nswag openapi2tsclient /input:"$document" /output:"$folder/server-api.ts" \
    /className:ServerApi /template:Fetch /typeStyle:Interface /enumStyle:StringLiteral /dateTimeType:String /nullValue:Undefined

  keep "$document" docs/openapi.json "$@" || stale=1
  keep "$folder/ServerApi.g.cs" src/Artemis.ReferenceServer/CommandLine/Api/ServerApi.g.cs "$@" || stale=1
  keep "$folder/server-api.ts" clients/web/src/generated/server-api.ts "$@" || stale=1
  rm -rf "$folder"
  return "$stale"
}

nswag() {
  local log
  if ! log="$(npx --no-install nswag "$@" /runtime:Net100 2>&1)"; then
    echo "$log" >&2
    return 1
  fi
}

# Keeps file $1 as $2, or only says whether they differ.
keep() {
  cmp -s "$1" "$2" && return
  if [[ "${3:-}" == --check ]]; then
    echo "stale     $2"
    return 1
  fi
  mkdir -p "$(dirname "$2")"
  cp "$1" "$2"
  echo "written   $2"
}
