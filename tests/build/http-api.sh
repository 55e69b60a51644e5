#!/usr/bin/env bash
# The page of the HTTP API in a real browser that has no network: every operation and event must stand on it. Needs npm, python3 and chromium.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
docs/http-api/make.sh "$work/page.html"
dotnet run --project generator/Peeker.Generator -- json openapi/peeker.yaml "$work/peeker.json"
timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --host-resolver-rules="MAP * ~NOTFOUND" --virtual-time-budget=30000 \
  --enable-logging=stderr --dump-dom "file://$work/page.html" >"$work/dom.html" 2>"$work/log"
python3 - "$work" <<'P'
import json, re, sys
work = sys.argv[1]
spec = json.load(open(f'{work}/peeker.json', encoding='utf-8'))
# What the scripts hold is not what the page shows.
shown = re.sub(r'<(script|style)\b.*?</\1>', '', open(f'{work}/dom.html', encoding='utf-8').read(), flags=re.S)
operations = [operation['summary'] for path in spec['paths'].values() for name, operation in path.items() if name in ('get', 'post', 'patch', 'put', 'delete')]
missing = [summary for summary in operations if summary not in shown]
asked = [line for line in open(f'{work}/log', encoding='utf-8', errors='replace') if 'ERR_NAME_NOT_RESOLVED' in line or 'Content Security Policy' in line]
print(f'{len(operations)} operations, {len(missing)} missing; {len(asked)} requests to a network')
for line in missing + asked: print(line)
sys.exit(1 if missing or asked or len(operations) < 29 else 0)
P
