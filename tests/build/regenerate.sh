#!/usr/bin/env bash
# When the generator runs, how often, and what it says when the specification is broken. Works on a copy.
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$work")
cd "$work" || exit 1
generated=src/Peeker/obj/generated/Peeker.g.cs
yaml=openapi/peeker.yaml
bad=0

build() { dotnet build "${1:-src/Peeker}" --nologo -v:m >"$work/log" 2>&1; }
runs() { grep -c 'Generating the client' "$work/log"; }
expect() { # what, expected, found
  if [ "$2" = "$3" ]; then echo "ok: $1 ($3)"; else echo "FAILED: $1: expected $2, found $3"; tail -n 20 "$work/log"; bad=1; fi
}

build; expect "the first build generates once for both frameworks" "0 1" "$? $(runs)"
build; expect "an unchanged build generates nothing" "0 0" "$? $(runs)"
sleep 1; touch $yaml
build; expect "a touched specification generates once" "0 1" "$? $(runs)"
build; expect "and then nothing" "0 0" "$? $(runs)"
sleep 1; touch generator/templates/Enum.liquid
build; expect "a touched template generates once" "0 1" "$? $(runs)"
rm $generated
build; expect "a deleted file generates once" "0 1" "$? $(runs)"
dotnet clean src/Peeker --nologo -v:q >/dev/null; expect "clean removes it" "gone" "$([ -e $generated ] && echo there || echo gone)"
dotnet build src/Peeker --nologo -f net8.0 -v:m >"$work/log" 2>&1; expect "one framework alone generates" 1 "$(runs)"
dotnet build src/Peeker --nologo -f net10.0 -v:m >"$work/log" 2>&1; expect "the other finds it there" 0 "$(runs)"
dotnet msbuild src/Peeker -nologo -t:Compile -p:TargetFramework=net10.0 -p:DesignTimeBuild=true -p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true \
  -getItem:Compile >"$work/log" 2>&1; expect "a design-time build lists it" 1 "$(grep -c '"Identity": ".*Peeker.g.cs"' "$work/log")"

cp $yaml "$work/good.yaml"
errors() { grep -E 'error ' "$work/log" | sed 's/ \[.*//' | sort -u; }
printf 'components: [\n' >>$yaml
build; expect "an invalid YAML is one error" "1 1" "$? $(errors | wc -l)"
errors; expect "that names the file" 1 "$(errors | grep -c 'peeker.yaml.*error PEEKER00')"
cp "$work/good.yaml" $yaml
sed -i "s|'#/components/schemas/RequiredDomains'|'#/components/schemas/NotThere'|" $yaml
build; expect "a reference to nothing is one error" "1 1" "$? $(errors | wc -l)"
errors; expect "that names the file" 1 "$(errors | grep -c 'peeker.yaml.*error PEEKER00')"
cp "$work/good.yaml" $yaml
python3 - $yaml <<'P'
import re, sys
text = open(sys.argv[1]).read()
start = text.index('\n    Bundle:\n')
end = text.index('\n    BundleCreate:\n')
block = re.sub(r'\n        send_on_weekends:\n(          .*\n)+', '\n', text[start:end]).replace('send_on_weekends, ', '').replace(', send_on_weekends', '')
block = re.sub(r'\n *- send_on_weekends', '', block)
open(sys.argv[1], 'w').write(text[:start] + block + text[end:])
P
build src/Peeker.Sandbox; expect "a property taken out of the YAML breaks who used it" 1 $?
expect "by its name" yes "$(grep -q "SendOnWeekends" "$work/log" && echo yes || echo no)"
exit $bad
