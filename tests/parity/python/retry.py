"""What follows a failed attempt. Times are whole microseconds, so that nothing is lost to a float."""
from fractions import Fraction

SECOND = 1_000_000
FIRST, LONGEST, DAY = SECOND // 2, 30 * SECOND, 86_400 * SECOND
REPEATED = {"safe": {"not_sent", "rate_limited", "ambiguous", "answer_lost"}, "same_body": {"not_sent", "rate_limited", "ambiguous", "answer_lost"}, "unsafe": {"not_sent", "rate_limited"}}


def doubled(first, times):
    return min(first << min(times, 16), LONGEST)


def wait_before(given, last, retries):
    chance = Fraction(str(given["chance"]))
    jitter = chance * SECOND
    waits = [doubled(FIRST, retries) * (1 + chance) / 2]
    if "asked_wait_seconds" in last:
        waits.append(last["asked_wait_seconds"] * SECOND + jitter)
    if given["replay"] == "same_body" and last["kind"] == "ambiguous":
        waits.append(doubled(given["pause_seconds"] * SECOND, retries) + jitter)
    return max(waits)


def milliseconds(time):
    return float(time / 1000) if time % 1000 else int(time // 1000)


def decision(given):
    *before, last = given["failures"]
    not_begun = None
    if len(before) < given["max_retries"] and last["kind"] in REPEATED[given["replay"]]:
        wait = wait_before(given, last, len(before))
        remaining = Fraction(str(given["remaining_seconds"])) * SECOND if "remaining_seconds" in given else None
        if (remaining is None or wait < remaining) and wait <= DAY:
            return {"decision": "repeat", "wait_ms": milliseconds(wait), "wait_not_begun_ms": None}
        not_begun = milliseconds(wait)
    is_open = any(failure["kind"] == "ambiguous" for failure in given["failures"])
    unknown = given["replay"] != "safe" and is_open and last["kind"] != "answer_lost"
    return {"decision": "outcome_unknown" if unknown else "give_up", "wait_ms": None, "wait_not_begun_ms": not_begun}
