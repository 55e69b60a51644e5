#!/usr/bin/env bash
# A host with services.AddPeeker, published ahead of time without a warning, runs against the sandbox server.
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
dotnet build src/Peeker.Sandbox.Server --nologo -v:q || exit 1
dotnet publish tests/Peeker.Aot -c Release --nologo -v:q -o "$work/aot" >"$work/publish" 2>&1 || { cat "$work/publish"; exit 1; }
if grep -iE 'warning|IL[23][0-9]{3}' "$work/publish"; then exit 1; fi
dotnet run --no-build --project src/Peeker.Sandbox.Server -- --urls http://127.0.0.1:0 >"$work/out" 2>"$work/err" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ "$(wc -l <"$work/out")" -ge 3 ] && break; sleep 0.2; done
"$work/aot/Peeker.Aot" "$(sed -n 1p "$work/out")" "$(sed -n 2p "$work/out")" >"$work/said"
code=$?
cat "$work/said"
[ "$code" -eq 0 ] && [ "$(cat "$work/said")" = "$(printf 'Ahead of time: 19 domains\nnot_found')" ] && stat -c '%s bytes' "$work/aot/Peeker.Aot"
