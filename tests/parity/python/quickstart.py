"""The quickstart against a sandbox: quickstart.py BASE KEY WEBHOOK_SECRET"""
import http.server
import json
import os
import queue
import sys
import threading
import time
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../vectors"))

import signature  # noqa: E402
from client import MODELS, ApiError, Client  # noqa: E402
from events import event  # noqa: E402
from plan import bundle_plan  # noqa: E402
from preflight import preflight  # noqa: E402
from selection import selection  # noqa: E402


def receiver(secret):
    """Listens on a free port; verified events come out of a queue."""
    received = queue.Queue()
    with open(os.path.join(HERE, "../../../openapi/vectors/event-parsing.json"), encoding="ascii") as table:
        known = json.load(table)["events"]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            given = {"secrets": [{"label": "test", "value": secret}], "tolerance_seconds": 300, "now": int(time.time()), "timestamp": self.headers["Peeker-Timestamp"], "signature": self.headers["Peeker-Signature"]}
            good = signature.judge(given, body)[0] == "none"
            self.send_response(204 if good else 401)
            self.end_headers()
            if good:
                received.put(event(MODELS, known, {"text": body.decode()}))

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, received


def control(base, method, path, body):
    """The sandbox's own surface, beside the API."""
    root = "{0.scheme}://{0.netloc}/_sandbox".format(urllib.parse.urlsplit(base))
    request = urllib.request.Request(root + path, data=json.dumps(body).encode(), method=method, headers={"Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=30).close()


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"FAILED: {what}: expected {expected}, found {found}")
    print(f"ok: {what}")


def order_of(bundle, domains):
    return {
        "user": "alex@python-acme.com", "bundle_id": bundle, "sequencer": {"provider": "smartlead", "client_id": 366903, "login_email": "peeker@yourcompany.com", "login_password": "a-dedicated-login"},
        "forwarding_url": "https://acme.com", "domains": [domains[0], {"domain": domains[1], "forwarding_url": "https://acme.com/python"}],
        "personas": [{"first_name": "Alex", "last_name": "Rivera", "profile_picture_url": ""}],
    }


def main(base, key, secret):
    peeker = Client(base, key)
    server, received = receiver(secret)
    control(base, "PATCH", "/webhooks", {"url": f"http://127.0.0.1:{server.server_port}/webhooks"})
    expect("the key is one of the sandbox", peeker.get("Me_Get", "me")["api_key"]["environment"], "test")

    starter = peeker.send("Bundles_Create", "bundles", "BundleCreate", {"name": "Starter - 25k emails/month", "monthly_sending_volume": 25000, "send_on_weekends": False, "google_inboxes_per_domain": 2})
    planned = bundle_plan({"monthly_sending_volume": 25000})
    expect("a bundle needs the domains that were planned", (starter["required_domains"]["google"], starter["required_domains"]["microsoft"]), (planned["google_domains"], planned["microsoft_domains"]))
    two = peeker.send("Bundles_Create", "bundles", "BundleCreate", {"name": "Two", "monthly_sending_volume": 1500})

    control(base, "POST", "/faults", {"kind": "rate_limited", "count": 1, "retry_after_seconds": 1, "operation": "Domains_CheckAvailability"})
    rows = peeker.send("Domains_CheckAvailability", "domains/availability", "AvailabilityRequest", {"domains": ["python-acme-mail.com", "python-team-acme.com", "python-try-acme.com"]})["domains"]
    expect("availability is asked again after 429", peeker.waits, [("Domains_CheckAvailability", "rate_limited")])
    needed = two["required_domains"]
    picked = selection({"google_domains": needed["google"], "microsoft_domains": needed["microsoft"], "rows": rows})["picked"]
    expect("two domains are picked", len(picked), 2)

    order = order_of(two["id"], picked)
    checked = preflight({"order": order, "context": {"bundle": {"status": two["status"], "google_domains": needed["google"], "microsoft_domains": needed["microsoft"]}, "rows": rows, "own_domains": []}})
    expect("the order is good before it is sent", checked["violations"], [])
    try:
        peeker.send("Orders_Create", "orders", "OrderRequest", order_of(starter["id"], picked))
        sys.exit("FAILED: two domains for nineteen were taken")
    except ApiError as refused:
        expect("two domains for nineteen are refused", (refused.mapped["kind"], refused.mapped["field"], refused.mapped["details"]["missing_count"]), ("domain_count_mismatch", "domains", 17))

    control(base, "POST", "/faults", {"kind": "drop", "after_work": True, "count": 1, "operation": "Orders_Create"})
    placed = peeker.send("Orders_Create", "orders", "OrderRequest", order)
    expect("an order whose answer is lost is sent again", peeker.waits[1:], [("Orders_Create", "ambiguous")])
    expect("the same body is the same order", peeker.send("Orders_Create", "orders", "OrderRequest", order)["id"], placed["id"])

    told = received.get(timeout=30)
    while (told["type"], told["resource_id"]) != ("order.completed", placed["id"]):
        told = received.get(timeout=30)
    expect("its completion is delivered, signed", told["event"], "known")
    expect("the order is completed", peeker.get("Orders_Get", f"orders/{placed['id']}")["status"], "completed")
    listed = [bundle["id"] for bundle in peeker.rows("Bundles_List", "bundles", per_page=1)]
    expect("both bundles are listed, page by page", {starter["id"], two["id"]} <= set(listed) and len(listed) == len(set(listed)), True)
    server.shutdown()
    print("order.completed")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
