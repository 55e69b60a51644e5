"""What an answer that is no success means."""
import lossless
from models import Unfit

CODES = {"invalid_request", "unauthorized", "forbidden", "not_found", "rate_limited", "order_shape_conflict", "domain_count_mismatch"}
BY_STATUS = {401: "unauthorized", 403: "forbidden", 408: "other", 429: "rate_limited"}


def failure_of(status):
    return "rate_limited" if status == 429 else "ambiguous" if status >= 500 or status == 408 else "final"


def error(models, given):
    status, member, found = given["status"], None, None
    try:
        body = lossless.read(given["body"])
        found = models.ordered("ErrorEnvelope", body, "", [])["error"]
    except ValueError:
        pass
    except Unfit as unfit:
        member = str(unfit)
    if found is None and status < 500 and status not in BY_STATUS:
        return {"kind": "malformed", "code": None, "field": None, "details": None, "member": member, "failure": "final", "wait_seconds": None}
    code, details = (found["code"], found.get("details")) if found else (None, None)
    if code in CODES:
        kind = code
    elif status >= 500:
        kind = "server"
    else:
        kind = BY_STATUS[status] if code is None else "other"
    waits = [int(given["retry_after"])] if "retry_after" in given else []
    if details and "retry_after_seconds" in details:
        waits.append(max(details["retry_after_seconds"], 0))
    return {
        "kind": kind, "code": code, "field": found.get("field") if found else None, "details": details, "member": None,
        "failure": failure_of(status), "wait_seconds": max(waits, default=None),
    }
