#!/usr/bin/env bash
# The SDK's rules in Python and in TypeScript on every vector, and the quickstart of both against the sandbox server.
# run.sh [--mutate]   with --mutate also a deliberate error in every vector, for which tests/Peeker.Tests must be built for net10.0
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
bad=0

step() { # name, command...
  local name=$1; shift
  echo "--- $name"
  "$@" || { echo "FAILED: $name"; bad=1; }
}

compile() { (cd tests/parity/typescript && npm install --silent --no-audit --no-fund --no-package-lock && npm run --silent types && npm run --silent build); }

sandbox() {
  dotnet build src/Peeker.Sandbox.Server --nologo -v:q || return 1
  dotnet run --no-build --project src/Peeker.Sandbox.Server -- --urls http://127.0.0.1:0 >"$work/out" 2>"$work/err" &
  server=$!
  for _ in $(seq 100); do [ "$(wc -l <"$work/out")" -ge 3 ] && return; sleep 0.2; done
  cat "$work/err"
  return 1
}

step "the vectors follow from the specification" dotnet run --project generator/Peeker.Generator -- vectors --check
step "TypeScript compiles, with types out of the specification" compile
step "every vector in Python" python3 tests/parity/python/run.py
step "every vector in TypeScript" node tests/parity/typescript/out/run.js
step "the sandbox server starts" sandbox
mapfile -t told <"$work/out"
step "the quickstart in Python" python3 tests/parity/python/quickstart.py "${told[@]}"
step "the quickstart in TypeScript" node tests/parity/typescript/out/quickstart.js "${told[@]}"
if [ "${1:-}" = --mutate ]; then step "a deliberate error in every vector" python3 tests/parity/mutate.py; fi
exit $bad
