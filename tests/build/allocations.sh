#!/usr/bin/env bash
# The allocation tests see one avoidable allocation in each path. Works on a copy.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$work")
cd "$work" || exit 1

# A method that is never inlined takes the object, or the compiler would leave it out.
waste='GC.KeepAlive(new object());'
put() { # file, line after which it goes
  grep -qF "$2" "$1" || { echo "FAILED: $1 has no line '$2'"; exit 1; }
  awk -v at="$2" -v waste="$waste" '{ print } index($0, at) && !done { getline; print; print waste; done = 1 }' "$1" >"$1.new" && mv "$1.new" "$1"
}
put src/Peeker/Json/Wire.cs 'public static void RequireObject'
put src/Peeker/Json/WirePen.cs 'public byte[] ToArray()'
put src/Peeker/Webhooks/WebhookVerifier.cs 'private WebhookFailure Age('
put src/Peeker/Webhooks/WebhookVerifier.cs 'private WebhookVerification Verify('
put src/Peeker/Http/AttemptSender.cs 'private AttemptRequest Request('
git -C "$root" diff --no-index --stat "$root/src/Peeker" src/Peeker | tail -1
dotnet test tests/Peeker.Allocation.Tests --nologo -v:q >"$work/log" 2>&1
tests=$(grep -oE 'Failed: +[0-9]+, Passed: +[0-9]+' "$work/log" | tail -1)
echo "${tests:-no result}"
[ "$(sed -E 's/.*Passed: +([0-9]+)/\1/' <<<"$tests")" = 0 ] || { grep -E 'error|Passed ' "$work/log" | head; exit 1; }
