"""The exact bytes of an order, its fingerprint, and the stored form."""
import base64
import datetime
import hashlib
import hmac
import struct

import lossless


def order_bytes(models, order):
    body = lossless.write(models.ordered("OrderRequest", order, "", []))
    return {"body": body, "sha256": hashlib.sha256(body.encode()).hexdigest()}


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def number(self, form="I"):
        return struct.unpack(">" + form, self.take(struct.calcsize(form)))[0]


def order_stored(given):
    """docs/orders.md, version 1, form 0. Raises ValueError for what is damaged, or was prepared with other secrets."""
    stored = base64.b64decode(given["stored"])
    if hashlib.sha256(stored[:-32]).digest() != stored[-32:]:
        raise ValueError("damaged")
    reader = Reader(stored)
    if reader.take(9) != b"PKORDER\x01\x00":
        raise ValueError("of another kind")
    ticks, rounds, holes = reader.number("Q"), reader.number(), []
    for _ in range(reader.number()):
        place = reader.number()
        holes.append((place, reader.take(reader.number()).decode()))
    body = reader.take(reader.number())
    for place, path in reversed(holes):
        body = body[:place] + lossless.string(given["secrets"][path]).encode() + body[place:]
    salt = hashlib.sha256(stored[:reader.at]).digest()
    if not hmac.compare_digest(hashlib.pbkdf2_hmac("sha256", hashlib.sha256(body).digest(), salt, rounds), reader.take(32)):
        raise ValueError("changed")
    prepared = datetime.datetime(1, 1, 1) + datetime.timedelta(microseconds=ticks // 10)
    return {"prepared_at": prepared.strftime("%Y-%m-%dT%H:%M:%S") + f".{prepared.microsecond:06}".rstrip("0").rstrip(".") + "Z", "body": body.decode()}
