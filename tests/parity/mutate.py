#!/usr/bin/env python3
"""Shows that a deliberate error in any one vector fails the runners of all three languages on that vector, and on no other.

mutate.py [--only python,typescript,dotnet] [--seed N]

Vectors do not see each other, so that two copies stand for as many as there are vectors: in the first copy every vector at an even place
is wrong, in the second every other. Each time exactly the wrong ones must fail. What ships must pass. Wrong is one value of expect, drawn
by chance. The TypeScript must be compiled and tests/Peeker.Tests be built before (tests/parity/run.sh does the first).
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
VECTORS = os.path.join(ROOT, "openapi/vectors")
sys.path.insert(0, os.path.join(ROOT, "tests/parity/python"))
import lossless  # noqa: E402

KINDS = {
    "SignatureVectorTests": "signature", "EventVectorTests": "event-parsing", "RoundTripVectorTests": "model-round-trip", "OrderBytesVectorTests": "order-bytes",
    "StoredOrderTests": "order-stored", "BundlePlanVectorTests": "bundle-plan", "DomainNameVectorTests": "domain-names", "SelectionVectorTests": "selection",
    "PreflightVectorTests": "preflight", "ErrorVectorTests": "error-mapping", "RetryDecisionVectorTests": "retry-decision", "EncodingVectorTests": "encoding",
    "PaginationVectorTests": "pagination",
}


def places(value, path=()):
    """Where a value can be spoilt: at leaves, and at lists and objects with nothing in them."""
    children = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else [])
    return [place for name, child in children for place in places(child, (*path, name))] if children else [path]


def spoilt(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return int(value) + 1
    if isinstance(value, str):
        return value + "~"
    return ["~"] if isinstance(value, list) else {"~": 1} if isinstance(value, dict) else "~"


def spoil(vector, chance):
    *path, last = chance.choice(places(vector["expect"]))
    holder = vector["expect"]
    for name in path:
        holder = holder[name]
    holder[last] = spoilt(holder[last])


def copy(folder, parity, chance):
    """A copy in which every second vector is wrong; returns which."""
    wrong = set()
    for file in sorted(os.listdir(VECTORS)):
        if not file.endswith(".json") or file == "schema.json":
            shutil.copy(os.path.join(VECTORS, file), folder)
            continue
        with open(os.path.join(VECTORS, file), encoding="ascii") as text:
            document = lossless.read(text.read())
        for place, vector in enumerate(document["vectors"]):
            if place % 2 == parity:
                spoil(vector, chance)
                wrong.add(f"{document['kind']}: {vector['name']}")
        with open(os.path.join(folder, file), "w", encoding="ascii") as text:
            text.write(re.sub(r"[^\x00-\x7f]", lambda found: f"\\u{ord(found[0]):04x}", lossless.write(document)))
    return wrong


def lines(command):
    return set(filter(None, subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout.split("\n")))


def python(folder):
    return lines([sys.executable, os.path.join(ROOT, "tests/parity/python/run.py"), folder, "--names"])


def typescript(folder):
    return lines(["node", os.path.join(ROOT, "tests/parity/typescript/out/run.js"), folder, "--names"])


def dotnet(folder):
    with tempfile.TemporaryDirectory() as results:
        command = ["dotnet", "test", os.path.join(ROOT, "tests/Peeker.Tests"), "--no-build", "-f", "net10.0", "--nologo", "--filter", "FullyQualifiedName~VectorTests|FullyQualifiedName~StoredOrderTests",
                   "--logger", "trx;LogFileName=run.trx", "--results-directory", results]
        told = subprocess.run(command, env={**os.environ, "PEEKER_VECTORS": folder}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout
        report = os.path.join(results, "run.trx")
        if not os.path.exists(report):
            raise SystemExit(f"dotnet test left no report; is tests/Peeker.Tests built?\n{told[-2000:]}")
        failed, seen = set(), set()
        for result in xml.etree.ElementTree.parse(report).getroot().findall(".//{*}UnitTestResult"):
            found = re.fullmatch(r'.*\.(\w+)\.\w+\(name: "(.*)"\)', result.get("testName"))
            if found and found[1] in KINDS:
                seen.add(KINDS[found[1]])
                if result.get("outcome") != "Passed":
                    failed.add(f"{KINDS[found[1]]}: {found[2]}")
        if seen != set(KINDS.values()):
            raise SystemExit(f"no test read {sorted(set(KINDS.values()) - seen)}")
        return failed


def tell(language, what, found, expected):
    if found == expected:
        print(f"ok: {language}: {what}: {len(found)} vectors fail, as they should")
        return True
    print(f"FAILED: {language}: {what}: {len(expected - found)} wrong vectors passed, {len(found - expected)} right ones failed")
    for name in sorted(found ^ expected)[:20]:
        print(f"  {'passed' if name in expected else 'failed'}: {name}")
    return False


def main():
    runners = {"python": python, "typescript": typescript, "dotnet": dotnet}
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--only", default=",".join(runners))
    options.add_argument("--seed", type=int, default=random.randrange(2**31))
    given = options.parse_args()
    print(f"seed {given.seed}")
    good, chance = True, random.Random(given.seed)
    with tempfile.TemporaryDirectory() as even, tempfile.TemporaryDirectory() as odd:
        wrong = {even: copy(even, 0, chance), odd: copy(odd, 1, chance)}
        for language in given.only.split(","):
            good &= tell(language, "as shipped", runners[language](VECTORS), set())
            for folder, what in ((even, "every vector at an even place wrong"), (odd, "every other vector wrong")):
                good &= tell(language, what, runners[language](folder), wrong[folder])
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
