#!/usr/bin/env bash
# Each allocation test sees one avoidable object in its path, and passes where the object is in another path. Works on a copy.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$work")
cd "$work" || exit 1

# A method that is never inlined takes the object, or the compiler would leave it out.
waste='GC.KeepAlive(new object());'
failures=0
put() { # file, line after whose brace the object goes
  grep -qF "$2" "$1" || { echo "FAILED: $1 has no line '$2'"; exit 1; }
  [ -e "$1.kept" ] || cp "$1" "$1.kept"
  awk -v at="$2" -v waste="$waste" '{ print } index($0, at) && !done { getline; print; print waste; done = 1 }' "$1" >"$1.new" && mv "$1.new" "$1"
}
expect() { # the tests that must fail; all the others pass
  dotnet test tests/Peeker.Allocation.Tests -c Release --nologo -v:q --logger 'console;verbosity=normal' >log 2>&1
  failed=$(grep -oE '^ *Failed [A-Za-z.]+\.[A-Za-z_]+' log | sed -E 's/.*\.//' | sort -u | tr '\n' ' ')
  expected=$(printf '%s\n' "$@" | sort -u | tr '\n' ' ')
  passing=$(grep -cE '^ *Passed Peeker\.' log)
  if [ "$failed" = "$expected" ] && [ "$passing" -eq $((8 - $#)) ]; then echo "ok: $failed"
  else failures=$((failures + 1)); echo "FAILED: these were to fail: $expected; these did: ${failed:-none}; $passing passed"; grep -m 3 -E 'error' log; fi
  find src -name '*.kept' | while read -r kept; do mv "$kept" "${kept%.kept}"; done
}
answer=Reading_an_answer_allocates_its_objects_and_strings_only
event=Reading_an_event_allocates_its_objects_and_strings_only
request=Writing_a_request_allocates_its_bytes_only
again=Writing_what_was_read_allocates_its_bytes_only
call=A_call_allocates_what_it_always_did
body=A_call_with_a_body_allocates_what_it_always_did
verifying=Verifying_allocates_nothing
refusing=Refusing_allocates_nothing
verifier=src/Peeker/Webhooks/WebhookVerifier.cs

put src/Peeker/Json/Wire.cs 'public static void RequireObject'
expect $answer $event $call $body

put src/Peeker/Json/WirePen.cs 'public byte[] ToArray()'
put src/Peeker/Http/AttemptSender.cs 'private AttemptRequest Request('
put $verifier 'private WebhookVerification Verify('
expect $request $again $body $call $verifying $refusing

# The tests of calls pass here: each has failed and has passed.
put $verifier 'private WebhookFailure Age('
expect $verifying
exit "$failures"
