"""Every rule of the docs for an order, in the order in which the API finds them."""
import re

from names import domain_name

INT32 = 2**31 - 1
MISSING = object()


def is_email(text):
    if len(text) > 254 or text.count("@") != 1:
        return False
    mailbox, host = text.split("@")
    labels = host.split(".")
    return (re.fullmatch(r"[\w!#$%&'*+\-/=?^`{|}~]+(\.[\w!#$%&'*+\-/=?^`{|}~]+)*", mailbox) is not None and len(labels) > 1
            and all(re.fullmatch(r"(?!-)[^\W_]([^\W_]|-)*(?<!-)", label) for label in labels) and labels[-1][0].isalpha() and labels[-1][-1].isalpha())


def is_web_address(text):
    return re.fullmatch(r"https?://[^\s/?#]\S*", text, re.IGNORECASE) is not None


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


def for_sale(row):
    return row["available"] and not row.get("premium") and row.get("reason") != "premium"


class Preflight:
    def __init__(self, order, context):
        self.order, self.context, self.off, self.violations, self.unchecked = order, context, set(context.get("switched_off", [])), [], []

    def wrong(self, rule, field, code="invalid_request", **figures):
        if rule not in self.off:
            self.violations.append({"rule": rule, "code": code, "field": field, **figures})

    def not_checked(self, rule, missing):
        if rule not in self.off:
            self.unchecked.append([rule, missing])

    def text(self, parent, member, path, rule, fits=lambda text: True):
        value = parent.get(member, MISSING)
        if not isinstance(value, str) or not fits(value):
            self.wrong(rule, path + member)

    def run(self):
        order = self.order
        self.bundle = "bundle_id" in order
        if self.bundle and {"google_licenses", "microsoft_licenses", "google_inboxes_per_domain"} & order.keys():
            self.wrong("order_shape", None, "order_shape_conflict")
        if not self.bundle and not {"google_licenses", "microsoft_licenses"} & order.keys():
            self.wrong("order_shape", "bundle_id")
        self.members()
        need = self.need()
        user = order.get("user")
        if isinstance(user, str):
            if user.startswith("usr_") and "@" not in user:
                self.not_checked("user", "api_state")
            elif not is_email(user):
                self.wrong("user", "user")
        if isinstance(order.get("domains"), list) and order["domains"]:
            self.domains(need)
        return {"violations": self.violations, "not_checked": self.unchecked}

    def members(self):
        order = self.order
        self.text(order, "user", "", "user")
        if self.bundle:
            self.text(order, "bundle_id", "", "bundle_id", lambda text: text.startswith("bun_") and len(text) > 4)
        else:
            for member, rule, least, most in (("google_licenses", "licenses", 0, INT32), ("microsoft_licenses", "licenses", 0, INT32), ("google_inboxes_per_domain", "inboxes_per_domain", 2, 3)):
                if member in order and not (is_int(order[member]) and least <= order[member] <= most):
                    self.wrong(rule, member)
        sequencer = order.get("sequencer")
        if not isinstance(sequencer, dict):
            self.wrong("sequencer", "sequencer")
        else:
            self.text(sequencer, "provider", "sequencer.", "sequencer", lambda text: text == "smartlead")
            client = sequencer.get("client_id")
            if not (client is None or client == "" or is_int(client)):
                self.wrong("sequencer", "sequencer.client_id")
            self.text(sequencer, "login_email", "sequencer.", "sequencer_login", is_email)
            self.text(sequencer, "login_password", "sequencer.", "sequencer_login", bool)
        self.address(order, "")
        self.listed()

    def address(self, parent, path):
        if "forwarding_url" in parent:
            self.text(parent, "forwarding_url", path, "forwarding_url", is_web_address)

    def listed(self):
        domains, personas = self.order.get("domains"), self.order.get("personas")
        if not isinstance(domains, list) or not domains:
            self.wrong("domains", "domains")
        for index, domain in enumerate(domains if isinstance(domains, list) else []):
            if isinstance(domain, dict):
                self.text(domain, "domain", f"domains[{index}].", "domains")
                self.address(domain, f"domains[{index}].")
            elif not isinstance(domain, str):
                self.wrong("domains", f"domains[{index}]")
        if not isinstance(personas, list) or not 1 <= len(personas) <= 10:
            self.wrong("personas", "personas")
        for index, persona in enumerate(personas if isinstance(personas, list) else []):
            path = f"personas[{index}]"
            if not isinstance(persona, dict):
                self.wrong("personas", path)
                continue
            self.text(persona, "first_name", path + ".", "personas")
            self.text(persona, "last_name", path + ".", "personas")
            picture = persona.get("profile_picture_url", MISSING)
            if not (picture is None or picture == "" or isinstance(picture, str) and is_web_address(picture)):
                self.wrong("persona_picture", path + ".profile_picture_url")

    def need(self):
        order, bundle = self.order, self.context.get("bundle")
        if self.bundle:
            if bundle is None:
                self.not_checked("bundle_active", "bundle")
                return None
            if bundle["status"] != "active":
                self.wrong("bundle_active", "bundle_id")
            return bundle["google_domains"], bundle["microsoft_domains"]
        google, microsoft, inboxes = order.get("google_licenses"), order.get("microsoft_licenses"), order.get("google_inboxes_per_domain", 2)
        if (google, microsoft) in ((0, 0), (0, None), (None, 0)) and not isinstance(google, bool) and not isinstance(microsoft, bool):
            self.wrong("licenses", "microsoft_licenses" if google is None else "google_licenses")
            return None
        google, microsoft = order.get("google_licenses", 0), order.get("microsoft_licenses", 0)
        counts = is_int(google) and is_int(microsoft) and 0 <= google <= INT32 and 0 <= microsoft <= INT32 and google + microsoft > 0
        return (-(-google // inboxes), microsoft) if counts and is_int(inboxes) and inboxes in (2, 3) else None

    def domains(self, need):
        named, given = [], self.order["domains"]
        for index, domain in enumerate(given):
            if isinstance(domain, str):
                named.append((f"domains[{index}]", domain))
            elif isinstance(domain, dict) and isinstance(domain.get("domain"), str):
                named.append((f"domains[{index}].domain", domain["domain"]))
        spelled = lambda text: domain_name({"text": text.strip()}).get("value", text.strip().removesuffix(".").lower())
        problem = lambda text: None if "domain_name" in self.off else domain_name({"text": text.strip()}).get("problem")
        names = [(field, spelled(text), problem(text)) for field, text in named]
        rows = {}
        for row in self.context.get("rows", []):
            name = spelled(row["domain"])
            if row.get("reason") not in ("errored", "stale") and (name not in rows or for_sale(row) and not for_sale(rows[name])):
                rows[name] = row
        if need:
            required = min(sum(need), INT32)
            if len(given) != required:
                self.wrong("domain_count", "domains", "domain_count_mismatch", required_count=required, submitted_count=len(given), missing_count=max(0, required - len(given)))
            able = sum(wrong is None and "microsoft" in rows.get(name, {}).get("usable_for", []) for _, name, wrong in names)
            unknown = sum("usable_for" not in rows.get(name, {}) if wrong is None else wrong == "subdomain" for _, name, wrong in names)
            if able + unknown < need[1]:
                self.wrong("microsoft_split", "domains")
            elif able < need[1]:
                self.not_checked("microsoft_split", "rows")
        elif self.bundle:
            self.not_checked("domain_count", "bundle")
            self.not_checked("microsoft_split", "bundle")
        own, seen, missing = self.context.get("own_domains"), set(), set()
        for field, name, wrong in names:
            if wrong is not None:
                self.wrong("domain_name", field)
                continue
            if name in seen:
                self.wrong("duplicate_domain", field)
                continue
            seen.add(name)
            if own is not None and name in [spelled(one) for one in own]:
                continue
            row = rows.get(name)
            if row is None:
                missing.add("rows")
            elif not row["available"] and own is None and row.get("reason") == "taken":
                missing.add("own_domains")
            elif not for_sale(row):
                self.wrong("domain_available", field)
        for fact in ("rows", "own_domains"):
            if fact in missing:
                self.not_checked("domain_available", fact)
        self.not_checked("domain_free", "api_state")


def preflight(given):
    return Preflight(given["order"], given.get("context", {})).run()
