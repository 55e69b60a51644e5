"""Paths and queries of requests, and lists from page to page."""
from urllib.parse import quote, unquote_plus


class Refused(Exception):
    """Holds the name of the parameter at fault."""


class NoToken(Exception):
    """A link to a next page that does not say which."""


def escaped(text):
    return quote(text, safe="")


def identified(path, ids):
    for name, given in ids.items():
        if not given["value"].startswith(given["prefix"]) or given["value"] == given["prefix"]:
            raise Refused(name)
        path = path.replace(f"{{{name}}}", escaped(given["value"]))
    return path


def target(path, query=()):
    pairs = [f"{name}={','.join(map(escaped, value)) if isinstance(value, list) else escaped(str(value))}" for name, value in query if value is not None]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def encoding(given):
    try:
        return {"target": target(identified(given["path"], given.get("ids", {})), given.get("query", ()))}
    except Refused as refused:
        return {"refused": str(refused)}


def token_of(link):
    query = link.partition("?")[2].partition("#")[0]
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if name == "page_token" and value:
            return unquote_plus(value)
    raise NoToken


def follow(fetch, path, query=()):
    """Yields the rows of each page; fetch takes a target and returns a page."""
    token, seen = None, set()
    while True:
        page = fetch(target(path, [*query, ("page_token", token)]))
        following = page["links"]["next"]
        token = None if following is None else token_of(following)
        yield from page["data"]
        if token is None or token in seen:
            return
        seen.add(token)


def pagination(given):
    asked, rows, failed = [], [], None

    def fetch(address):
        page = given["pages"][len(asked)]
        asked.append(address)
        return {"data": page["rows"], "links": {"next": page["next"]}}

    try:
        for row in follow(fetch, "swaps", [("per_page", given.get("per_page"))]):
            rows.append(row)
    except NoToken:
        failed = "links.next"
    return {"targets": asked, "rows": rows, "failed_at": failed}
