"""An implementation of the webhook signature of its own, to hold ours against.

signature.py check FILE         checks a file of vectors; ends with 1 if one does not fit
signature.py sign COUNT SEED    writes signed deliveries, one JSON object a line
"""
import base64
import hashlib
import hmac
import json
import random
import re
import sys


def signature(secret, timestamp, body):
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256)


def judge(given, body):
    secrets, timestamp, header = given["secrets"], given["timestamp"], given["signature"]
    if not secrets:
        return "no_secret", None
    if not timestamp:
        return "missing_timestamp", None
    if not re.fullmatch("[0-9]{1,19}", timestamp) or int(timestamp) >= 2**63:
        return "malformed_timestamp", None
    if not header:
        return "missing_signature", None
    parts = [part.strip() for part in header.split(",")]
    macs = [bytes.fromhex(part[3:]) for part in parts if re.fullmatch("v1=[0-9A-Fa-f]{64}", part)][:16]
    if not macs:
        return "malformed_signature", None
    for secret in secrets:
        expected = signature(secret["value"], timestamp, body).digest()
        if any(hmac.compare_digest(expected, mac) for mac in macs):
            age = given["now"] - int(timestamp)
            if age > given["tolerance_seconds"]:
                return "timestamp_too_old", secret["label"]
            return ("timestamp_in_future" if -age > given["tolerance_seconds"] else "none"), secret["label"]
    return "signature_mismatch", None


def check(file):
    with open(file, encoding="ascii") as text:
        vectors = json.load(text)["vectors"]
    wrong = 0
    for vector in vectors:
        given = vector["input"]
        body = base64.b64decode(given["body_base64"]) if "body_base64" in given else given["body"].encode()
        expected = (vector["expect"]["failure"], vector["expect"]["secret_label"])
        if judge(given, body) != expected:
            wrong += 1
            print(f"{vector['name']}: {judge(given, body)} and not {expected}")
    print(f"{len(vectors)} vectors, {wrong} wrong")
    return 1 if wrong or not vectors else 0


def sign(count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        secret = "".join(chr(chance.choice([chance.randrange(33, 127), chance.randrange(0xA1, 0xD7FF)])) for _ in range(chance.randrange(1, 90)))
        body = chance.randbytes(chance.choice([0, 1, 63, 64, 65, chance.randrange(5000)]))
        timestamp = str(chance.randrange(0, 4_000_000_000))
        digits = signature(secret, timestamp, body).hexdigest()
        print(json.dumps({"secret": secret, "timestamp": timestamp, "body": base64.b64encode(body).decode(), "signature": "v1=" + digits}))
    return 0


if __name__ == "__main__":
    sys.exit(check(sys.argv[2]) if sys.argv[1] == "check" else sign(int(sys.argv[2]), int(sys.argv[3])))
