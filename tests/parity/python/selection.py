"""The cheapest domains for slots of two kinds, by trying every number of flexible domains on each side."""
import itertools

from names import domain_name

MOST_CENTS = 1_000_000_000


def is_price(cents):
    return cents is not None and 0 <= cents <= MOST_CENTS


def spelled(domain):
    """The same for every way to write one name."""
    read = domain_name({"text": domain})
    return read["value"] if "value" in read else domain.lower().removesuffix(".")


def problem(row, seen, currency, years):
    reason = row.get("reason")
    if row.get("premium") or reason == "premium":
        return "premium"
    if reason == "stale":
        return "stale"
    if not row["available"]:
        return "unavailable"
    if not {"google", "microsoft"} & set(row.get("usable_for", [])):
        return "no_provider"
    if not is_price(row.get("price_cents")) or years > 1 and not is_price(row.get("renewal_price_cents")):
        return "no_price"
    if spelled(row["domain"]) in seen:
        return "duplicate"
    if row.get("currency") and currency[0] and row["currency"] != currency[0]:
        return "other_currency"
    return None


def selection(given):
    google, microsoft, years = given["google_domains"], given["microsoft_domains"], given.get("years", 1)
    seen, currency, left, kinds = set(), [None], {}, {"g": [], "m": [], "b": []}
    for place, row in enumerate(given["rows"]):
        wrong = problem(row, seen, currency, years)
        if wrong:
            left[place] = wrong
            continue
        seen.add(spelled(row["domain"]))
        currency[0] = currency[0] or row.get("currency")
        cents = row["price_cents"] + (years - 1) * (row.get("renewal_price_cents") or 0)
        usable = set(row["usable_for"])
        kinds["b" if {"google", "microsoft"} <= usable else "g" if "google" in usable else "m"].append((cents, place))
    for rows in kinds.values():
        rows.sort()
    best = None
    for on_google, on_microsoft in itertools.product(range(min(google, len(kinds["g"])) + 1), range(min(microsoft, len(kinds["m"])) + 1)):
        flexible = min(len(kinds["b"]), google + microsoft - on_google - on_microsoft)
        picked = kinds["g"][:on_google] + kinds["m"][:on_microsoft] + kinds["b"][:flexible]
        # The most slots filled, then the lowest price, then the rows that came first.
        score = (-len(picked), sum(cents for cents, _ in picked), sorted(picked))
        if best is None or score < best[0]:
            best = (score, on_google, on_microsoft, flexible)
    score, on_google, on_microsoft, flexible = best
    to_microsoft = min(flexible, microsoft - on_microsoft)
    missing_google, missing_microsoft = google - on_google - (flexible - to_microsoft), microsoft - on_microsoft - to_microsoft
    picked = {place for _, place in score[2]}
    for kind, rows in kinds.items():
        for _, place in rows:
            if place not in picked:
                left[place] = "google_only" if kind == "g" and missing_microsoft else "microsoft_only" if kind == "m" and missing_google else "not_needed"
    return {
        "picked": sorted(given["rows"][place]["domain"] for place in picked), "total_cents": score[1],
        "missing_google": missing_google, "missing_microsoft": missing_microsoft, "left_out": [[given["rows"][place]["domain"], left[place]] for place in sorted(left)],
    }
