"""Holds an implementation of its own, in Python's standard library, against openapi/vectors. run.py [FOLDER]; ends with 1 if one does not fit."""
import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../vectors"))

from names import domain_name  # noqa: E402
from plan import bundle_plan  # noqa: E402
from preflight import preflight  # noqa: E402
from selection import selection  # noqa: E402
import signature  # noqa: E402  (tests/vectors/signature.py)
import base64  # noqa: E402


def signed(given):
    body = base64.b64decode(given["body_base64"]) if "body_base64" in given else given["body"].encode()
    failure, label = signature.judge(given, body)
    return {"failure": failure, "secret_label": label}


def fingerprint(vector):
    """The bytes are the writer's own affair; that they hold the order, and what their fingerprint is, is not."""
    body = vector["expect"]["body"]
    return {**vector["expect"], "sha256": hashlib.sha256(body.encode()).hexdigest()} if json.loads(body) == vector["input"] else None


RULES = {
    "signature.json": lambda vector: signed(vector["input"]),
    "domain-names.json": lambda vector: domain_name(vector["input"]),
    "bundle-plan.json": lambda vector: bundle_plan(vector["input"]),
    "selection.json": lambda vector: selection(vector["input"]),
    "preflight.json": lambda vector: preflight(vector["input"]),
}


def main(folder):
    wrong = total = 0
    for file, rule in RULES.items():
        with open(os.path.join(folder, file), encoding="ascii") as text:
            vectors = json.load(text)["vectors"]
        for vector in vectors:
            total += 1
            result = rule(vector)
            if result != vector["expect"]:
                wrong += 1
                print(f"{file}: {vector['name']}: {json.dumps(result)} and not {json.dumps(vector['expect'])}")
    print(f"{total} vectors, {wrong} wrong")
    return 1 if wrong or total < 300 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "../../../openapi/vectors")))
