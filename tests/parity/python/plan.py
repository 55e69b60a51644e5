"""What a volume of e-mails needs, and what domains carry."""

GOOGLE_INBOX, MICROSOFT_DOMAIN = 20, 150


class Refused(Exception):
    """Holds the name of the member at fault."""


def split(given):
    google, microsoft = given.get("google_percent"), given.get("microsoft_percent")
    if google is None and microsoft is None:
        return 50
    if google is None:
        raise Refused("google_percent")
    if microsoft is None:
        raise Refused("microsoft_percent")
    if not 0 <= google <= 100:
        raise Refused("google_percent")
    if not 0 <= microsoft <= 100:
        raise Refused("microsoft_percent")
    if google + microsoft != 100:
        raise Refused("google_percent")
    return google


def capacities(given):
    share = split(given)
    inboxes = given.get("google_inboxes_per_domain", 2)
    if inboxes not in (2, 3):
        raise Refused("google_inboxes_per_domain")
    days = 30 if given.get("send_on_weekends") else 22
    return share, inboxes, days, days * GOOGLE_INBOX * inboxes, days * given.get("microsoft_sends_per_domain", MICROSOFT_DOMAIN)


def bundle_plan(given):
    try:
        share, inboxes, days, google_month, microsoft_month = capacities(given)
    except Refused as refused:
        return {"refused": str(refused)}
    if "google_domains" in given:
        carried = [domains * 100 * month // percent for domains, percent, month in
                   ((given["google_domains"], share, google_month), (given["microsoft_domains"], 100 - share, microsoft_month)) if percent]
        return {"monthly_sending_volume": min(carried)}
    volume = given["monthly_sending_volume"]
    if volume < 1:
        return {"refused": "monthly_sending_volume"}
    google, microsoft = -(-volume * share // (100 * google_month)), -(-volume * (100 - share) // (100 * microsoft_month))
    return {
        "google_percent": share, "microsoft_percent": 100 - share, "google_domains": google, "microsoft_domains": microsoft,
        "google_licenses": google * inboxes, "microsoft_licenses": microsoft, "sends_per_day": -(-volume // days),
    }
