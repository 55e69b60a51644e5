"""Events: known ones, new ones, and those of a known type whose data does not fit. None of the three is an error."""
import datetime
import math

import lossless
from models import INSTANT, Unfit

POSITIONS_PER_SECOND = 32


def instant(text):
    """A time in UTC; None if the text is none."""
    if not isinstance(text, str) or not INSTANT.fullmatch(text):
        return None
    try:
        return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(datetime.timezone.utc)
    except ValueError:
        return None


def spelled(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S") + (f".{time.microsecond:06}".rstrip("0") if time.microsecond else "") + "Z"


def event(models, events, given):
    try:
        body = lossless.read(given["text"])
    except ValueError:
        return {"refused": True}
    if not isinstance(body, dict) or not isinstance(body.get("id"), str) or not isinstance(body.get("type"), str):
        return {"refused": True}
    time = instant(body.get("created_at"))
    if time is None:
        return {"refused": True}
    kind, at_fault, rank = "unknown", None, 0
    if body["type"] in events:
        known = events[body["type"]]
        try:
            models.ordered(known["model"], body, "", [])
            kind, rank = "known", known["rank"]
        except Unfit as unfit:
            kind, at_fault = "unfit", str(unfit)
    data = body.get("data")
    resource = data.get("id") if isinstance(data, dict) else None
    return {
        "event": kind, "id": body["id"], "type": body["type"], "created_at": spelled(time), "resource_id": resource if isinstance(resource, str) else None,
        "position": math.floor(time.timestamp()) * POSITIONS_PER_SECOND + 2 * rank, "at_fault": at_fault,
    }
