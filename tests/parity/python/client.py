"""A client over the standard library. What is safe to repeat, and when, is the rule of the vectors."""
import json
import os
import random
import time
import urllib.error
import urllib.request

import lossless
from errors import error
from models import Models
from retry import decision
from targets import follow

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "../../../openapi/vectors/model-round-trip.json"), encoding="ascii") as table:
    MODELS = Models(json.load(table)["models"])

# Method, safety and pause as openapi/peeker.yaml has them (x-replay, x-replay-pause-seconds).
OPERATIONS = {
    "Me_Get": ("GET", "safe", 0), "Bundles_Create": ("POST", "unsafe", 0), "Bundles_List": ("GET", "safe", 0),
    "Domains_CheckAvailability": ("POST", "safe", 0), "Orders_Create": ("POST", "same_body", 5), "Orders_Get": ("GET", "safe", 0),
}
MAX_RETRIES, TIMEOUT = 4, 30


class ApiError(Exception):
    """The answer was no success; its mapped form is in mapped."""

    def __init__(self, operation, mapped):
        super().__init__(f"{operation}: {mapped['kind']} {mapped['code']} {mapped['field']}")
        self.mapped = mapped


class OutcomeUnknown(Exception):
    """The call took effect or not."""


class Client:
    def __init__(self, base, key):
        self.base, self.key, self.waits = base.rstrip("/") + "/", key, []

    def call(self, operation, target, body=None):
        method, replay, pause = OPERATIONS[operation]
        failures = []
        while True:
            answer, failure, raised = self.attempt(operation, method, target, body)
            if failure is None:
                return answer
            failures.append(failure)
            given = {"replay": replay, "pause_seconds": pause, "failures": failures, "max_retries": MAX_RETRIES, "remaining_seconds": 90, "chance": random.random()}
            decided = decision(given)
            if decided["decision"] != "repeat":
                raise raised if decided["decision"] == "give_up" else OutcomeUnknown(operation) from raised
            self.waits.append((operation, failure["kind"]))
            time.sleep(decided["wait_ms"] / 1000)

    def attempt(self, operation, method, target, body):
        request = urllib.request.Request(self.base + target, data=body, method=method, headers={"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", "Accept": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                return lossless.read(answer.read().decode()), None, None
        except urllib.error.HTTPError as refused:
            given = {"status": refused.code, "body": refused.read().decode(errors="replace")}
            if (refused.headers.get("Retry-After") or "").isdigit():
                given["retry_after"] = refused.headers["Retry-After"]
            mapped = error(MODELS, given)
            failure = {"kind": mapped["failure"]}
            if mapped["wait_seconds"] is not None:
                failure["asked_wait_seconds"] = mapped["wait_seconds"]
            return None, failure, ApiError(operation, mapped)
        except OSError as broken:
            not_sent = isinstance(getattr(broken, "reason", None), ConnectionRefusedError)
            return None, {"kind": "not_sent" if not_sent else "ambiguous"}, broken

    def send(self, operation, target, model, body):
        """Sends a body in the form of its model; returns data."""
        return self.call(operation, target, lossless.write(MODELS.ordered(model, body, "", [])).encode())["data"]

    def get(self, operation, target):
        return self.call(operation, target)["data"]

    def rows(self, operation, path, per_page):
        return follow(lambda target: self.call(operation, target), path, [("per_page", per_page)])
