#!/usr/bin/env bash
# The calls of the quickstart page, with curl, against the sandbox server: members in the documented order, documented status codes.
set -uo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
dotnet build src/Peeker.Sandbox.Server --nologo -v:q || exit 1
dotnet run --no-build --project src/Peeker.Sandbox.Server -- --urls http://127.0.0.1:0 >"$work/out" 2>"$work/err" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ "$(wc -l <"$work/out")" -ge 3 ] && break; sleep 0.2; done
base=$(sed -n 1p "$work/out") key=$(sed -n 2p "$work/out")
bad=0

call() { # method, path, body -> status on line 1, body after
  curl -s -o "$work/body" -w '%{http_code}' -X "$1" "$base$2" -H "Authorization: Bearer ${4:-$key}" -H "Content-Type: application/json" --data "$3"
}
members() { python3 -c "import json,sys; d=json.load(open('$work/body'))
for k in sys.argv[1:]: d=d[int(k)] if k.isdigit() else d[k]
print(','.join(d) if isinstance(d,dict) else json.dumps(d))" "$@"; }
expect() { if [ "$2" = "$3" ]; then echo "ok: $1"; else echo "FAILED: $1: expected $2, found $3"; cat "$work/body"; bad=1; fi; }

status=$(call POST /bundles '{"name":"Starter - 25k emails/month","monthly_sending_volume":25000,"send_on_weekends":false,"google_inboxes_per_domain":2}')
expect "a bundle is created" 201 "$status"
expect "its members" "id,name,monthly_sending_volume,google_percent,microsoft_percent,send_on_weekends,google_inboxes_per_domain,effective,required_domains,status,created_at" "$(members data)"
expect "its domains" '15 4 19' "$(members data required_domains google) $(members data required_domains microsoft) $(members data required_domains total)"
starter=$(members data id | tr -d '"')
status=$(call POST /domains/availability '{"domains":["acme-mail.com","team-acme.com"]}')
expect "availability is checked" 200 "$status"
expect "its members" "domain,available,price_cents,renewal_price_cents,currency,usable_for" "$(members data domains 0)"
order() { printf '{"user":"alex@acme.com","bundle_id":"%s","sequencer":{"provider":"smartlead","client_id":366903,"login_email":"peeker@yourcompany.com","login_password":"<your-dedicated-login>"},"forwarding_url":"https://acme.com","domains":["acme-mail.com","team-acme.com"],"personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":""},{"first_name":"Sam","last_name":"Lee","profile_picture_url":""}]}' "$1"; }
status=$(call POST /orders "$(order "$starter")")
expect "two domains for nineteen are refused" "400 \"domain_count_mismatch\" 19 2 17" "$status $(members error code) $(members error details required_count) $(members error details submitted_count) $(members error details missing_count)"
call POST /bundles '{"name":"Two","monthly_sending_volume":1500}' >/dev/null
two=$(members data id | tr -d '"')
status=$(call POST /orders "$(order "$two")")
expect "an order for two is taken" 200 "$status"
expect "its members" "id,user_id,email,bundle_id,status,domain_count,costs,created_at" "$(members data)"
expect "its status" '"in_progress"' "$(members data status)"
first=$(members data id)
status=$(call POST /orders "$(order "$two")")
expect "the same body again is the same order" "200 $first" "$status $(members data id)"
status=$(call POST /orders "$(order "$two" | sed 's/Sam/Kim/')")
expect "another body wants domains that are taken" '400 "domains[0]"' "$status $(members error field)"
status=$(call POST /orders '{"user":"a@b.co","bundle_id":"bun_1","google_licenses":2}')
expect "both shapes at once conflict" '400 "order_shape_conflict"' "$status $(members error code)"
status=$(call POST /bundles '{"name":"x"' )
expect "broken JSON is refused" '400 "invalid_request"' "$status $(members error code)"
status=$(call POST /bundles '{"name":"x"}' )
expect "a missing field is named" '400 "monthly_sending_volume"' "$status $(members error field)"
status=$(call GET /me '' pk_test_wrong)
expect "a wrong key is refused" '401 "unauthorized"' "$status $(members error code)"
status=$(call GET /nothing '')
expect "an unknown path is not found" '404 "not_found"' "$status $(members error code)"
exit $bad
