"""Holds an implementation of its own, in Python's standard library, against openapi/vectors.

run.py [FOLDER] [--names]   one line for each vector that does not fit (its file and name alone with --names); ends with 1 if there is one
"""
import base64
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../vectors"))

import lossless  # noqa: E402
import signature  # noqa: E402  (tests/vectors/signature.py)
from errors import error  # noqa: E402
from events import event  # noqa: E402
from models import Models, round_trip  # noqa: E402
from names import domain_name  # noqa: E402
from orders import order_bytes, order_stored  # noqa: E402
from plan import bundle_plan  # noqa: E402
from preflight import preflight  # noqa: E402
from retry import decision  # noqa: E402
from selection import selection  # noqa: E402
from targets import encoding, pagination  # noqa: E402


def signed(given):
    body = base64.b64decode(given["body_base64"]) if "body_base64" in given else given["body"].encode()
    failure, label = signature.judge(given, body)
    return {"failure": failure, "secret_label": label}


def rules(files):
    models, events = Models(files["model-round-trip"]["models"]), files["event-parsing"]["events"]
    return {
        "signature": signed,
        "domain-names": domain_name,
        "bundle-plan": bundle_plan,
        "selection": selection,
        "preflight": preflight,
        "retry-decision": decision,
        "encoding": encoding,
        "pagination": pagination,
        "order-stored": order_stored,
        "order-bytes": lambda given: order_bytes(models, given),
        "error-mapping": lambda given: error(models, given),
        "model-round-trip": lambda given: round_trip(models, given),
        "event-parsing": lambda given: event(models, events, given),
    }


class Unusable(Exception):
    """The vectors cannot be used; says which file and why."""


def load(folder):
    files = {}
    try:
        names = sorted(os.listdir(folder))
    except OSError as wrong:
        raise Unusable(f"{folder} cannot be read: {wrong.strerror}") from wrong
    for name in names:
        if name.endswith(".json") and name != "schema.json":
            try:
                with open(os.path.join(folder, name), encoding="ascii") as text:
                    files[name[:-len(".json")]] = lossless.read(text.read())
            except (OSError, ValueError) as wrong:
                raise Unusable(f"{name} is no JSON in ASCII: {wrong}") from wrong
    return files


def check(files):
    """Refuses what is not understood, and what would pass without a vector."""
    for kind, file in files.items():
        names = [vector["name"] for vector in file.get("vectors", [])]
        if file.get("version") != 1:
            raise Unusable(f"{kind}.json has a version that is not known here")
        if file.get("kind") != kind:
            raise Unusable(f"{kind}.json has another kind in it")
        if not names:
            raise Unusable(f"{kind}.json has no vectors")
        if len(set(names)) < len(names):
            raise Unusable(f"{kind}.json has a name twice")


def attempt(rule, given):
    try:
        return rule(given)
    except Exception as wrong:  # a vector that breaks the implementation is a vector that does not fit
        return {"raised": f"{type(wrong).__name__}: {wrong}"}


def main(folder, only_names):
    files = load(folder)
    check(files)
    missing = {"model-round-trip", "event-parsing"} - files.keys()
    known = rules(files) if not missing else dict.fromkeys(missing)
    if known.keys() != files.keys():
        raise Unusable(f"not the files that are known here: {sorted(known.keys() ^ files.keys())}")
    wrong = total = 0
    for kind, rule in known.items():
        for vector in files[kind]["vectors"]:
            total += 1
            result = attempt(rule, vector["input"])
            if json.dumps(result, sort_keys=True) != json.dumps(vector["expect"], sort_keys=True):
                wrong += 1
                print(f"{kind}: {vector['name']}" + ("" if only_names else f": {json.dumps(result)} and not {json.dumps(vector['expect'])}"))
    print(f"{total} vectors, {wrong} wrong", file=sys.stderr if only_names else sys.stdout)
    return 1 if wrong else 0


if __name__ == "__main__":
    folders = [argument for argument in sys.argv[1:] if argument != "--names"]
    if len(folders) > 1 or any(folder.startswith("-") for folder in folders):
        sys.exit("usage: run.py [FOLDER] [--names]")
    try:
        sys.exit(main(folders[0] if folders else os.path.join(HERE, "../../../openapi/vectors"), "--names" in sys.argv))
    except Unusable as unusable:
        print(unusable, file=sys.stderr)
        sys.exit(2)
