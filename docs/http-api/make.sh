#!/usr/bin/env bash
# The HTTP API as one page: docs/http-api/make.sh PAGE.html. Needs npm and the .NET SDK.
set -euo pipefail
page=$(realpath "${1:?usage: make.sh PAGE.html}")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run --project generator/Peeker.Generator -- json openapi/peeker.yaml "$work/peeker.json"
# The package alone: its standalone script holds what it depends on.
(cd "$work" && npm pack --silent @scalar/api-reference@1.76.0 >/dev/null && tar -xzf scalar-api-reference-1.76.0.tgz)
node docs/http-api/make.mjs "$work/peeker.json" "$work/package/dist/browser/standalone.js" "$page"
