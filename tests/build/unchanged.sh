#!/usr/bin/env bash
# A second build starts neither the generator nor a compiler.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet build Peeker.Generated.sln --nologo -v:q
log=$(mktemp); trap 'rm -f "$log"' EXIT
dotnet build Peeker.Generated.sln --nologo -v:detailed >"$log"
count() { grep -cE "$1" "$log" || true; }
echo "generator: $(count 'openapi2csclient|dotnet-nswag'), converter: $(count 'Peeker\.Generator\.dll"? json'), compilers: $(count 'Task "Csc"')"
# The check itself must be able to see a compiler that was skipped.
[ "$(count 'Skipping target "CoreCompile"')" -gt 0 ]
[ "$(count 'openapi2csclient|dotnet-nswag\.dll')" -eq 0 ] && [ "$(count 'Peeker\.Generator\.dll"? json')" -eq 0 ] && [ "$(count 'Task "Csc"')" -eq 0 ]
