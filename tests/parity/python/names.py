"""Root domains in one spelling, by the list of public suffixes and the letters that stand beside the SDK's sources."""
import os
import re
import unicodedata

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../src/Peeker/Domains")
AMBIGUOUS = {0xDF, 0x3C2, 0x200C, 0x200D}
PLACES = {0x200C, 0x200D, 0xB7, 0x30FB}


def load_letters():
    allowed, mapped, ranges = set(), {}, lambda text: range(int(text.split("-")[0], 16), int(text.split("-")[-1], 16) + 1)
    with open(os.path.join(HERE, "Names/characters.txt"), encoding="ascii") as lines:
        for line in lines:
            word, *items = line.split()
            for item in items:
                if word == "allow":
                    allowed.update(ranges(item))
                elif word == "map":
                    left, right = item.split("=")
                    span, *step = left.split("/")
                    target = [int(point, 16) for point in right.split("+")]
                    places = ranges(span)
                    for point in places[:: int(step[0], 16) if step else 1]:
                        mapped[point] = [target[0] + point - places[0]] if step else target
    return allowed, mapped


def load_suffixes():
    with open(os.path.join(HERE, "PublicSuffixes/icann.txt"), encoding="ascii") as lines:
        return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


ALLOWED, MAPPED = load_letters()
SUFFIXES = load_suffixes()


def is_jamo(point):
    return 0x1100 <= point <= 0x1112 or 0x1161 <= point <= 0x1175 or 0x11A8 <= point <= 0x11C2


def may_hold(point):
    if point < 0x80:
        return re.fullmatch("[A-Za-z0-9.-]", chr(point)) is not None
    return point in PLACES or is_jamo(point) or point in ALLOWED or point in MAPPED


def normal(text):
    lowered = "".join("".join(map(chr, MAPPED[ord(one)])) if ord(one) in MAPPED else one.lower() if one.isascii() else one for one in text)
    return unicodedata.normalize("NFC", lowered)


def out_of_place(label):
    for at, one in enumerate(label):
        before, after = label[at - 1] if at else "", label[at + 1: at + 2]
        virama, arabic = bool(before) and unicodedata.combining(before) == 9, lambda letter: bool(letter) and (0x620 <= ord(letter) <= 0x6FF or 0x750 <= ord(letter) <= 0x77F)
        if one == "\u00b7":
            fits = before == "l" and after == "l"
        elif one == "\u30fb":
            fits = any(0x3041 <= ord(o) <= 0x3096 or 0x30A1 <= ord(o) <= 0x30FA or 0x4E00 <= ord(o) <= 0x9FFF or 0x3400 <= ord(o) <= 0x4DBF for o in label)
        elif one == "\u200d":
            fits = virama
        elif one == "\u200c":
            fits = virama or arabic(before) and arabic(after)
        else:
            fits = not is_jamo(ord(one)) and (at > 0 or unicodedata.category(one) not in ("Mn", "Mc"))
        if not fits:
            return True
    return False


def is_a_label(label):
    try:
        text = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return False
    if not text or text.isascii() or any(0xD800 <= ord(one) < 0xE000 or one == "." or not may_hold(ord(one)) for one in text) or out_of_place(text):
        return False
    return not (text[0] == "-" or text[-1] == "-" or text[2:4] == "--") and normal(text) == text and "xn--" + text.encode("punycode").decode() == label


def read_label(label):
    """The label in ASCII, and whether it is ambiguous; or a problem."""
    if label[0] == "-" or label[-1] == "-":
        return "bad_hyphen"
    if label.startswith("xn--"):
        return (label, False) if label.isascii() and is_a_label(label) else "bad_a_label"
    if label[2:4] == "--":
        return "bad_hyphen"
    if label.isascii():
        return label, False
    if out_of_place(label):
        return "bad_character"
    return "xn--" + label.encode("punycode").decode(), any(ord(one) in AMBIGUOUS for one in label) or "i\u0307" in label


def root_start(labels):
    """The place of the label before the public suffix; -1 when the name is a suffix itself."""
    length = 1
    for start in range(len(labels)):
        name = ".".join(labels[start:])
        if "!" + name in SUFFIXES:
            length = len(labels) - start - 1
            break
        if name in SUFFIXES or "*." + ".".join(labels[start + 1:]) in SUFFIXES:
            length = len(labels) - start
            break
    return len(labels) - length - 1


def domain_name(given):
    text = given["text"]
    if text in ("", "."):
        return {"problem": "empty", "suggestion": None}
    if len(text) > 1000:
        return {"problem": "too_long", "suggestion": None}
    if text.count(":") > 1 and re.fullmatch(r"[0-9A-Fa-f:.\[\]%]*", text):
        return {"problem": "ip_address", "suggestion": None}
    if not all(may_hold(ord(one)) for one in text):
        return {"problem": "bad_character", "suggestion": None}
    name = normal(text)
    labels = (name[:-1] if name.endswith(".") else name).split(".")
    if "" in labels:
        return {"problem": "empty_label", "suggestion": None}
    last_ambiguous = -1
    for at, label in enumerate(labels):
        read = read_label(label)
        if isinstance(read, str):
            return {"problem": read, "suggestion": None}
        labels[at], unclear = read
        last_ambiguous = at if unclear else last_ambiguous
        if len(labels[at]) > 63:
            return {"problem": "label_too_long", "suggestion": None}
    full = ".".join(labels)
    if len(full) > 253:
        return {"problem": "too_long", "suggestion": None}
    if re.fullmatch("[0-9]+|0x[0-9a-f]*", labels[-1]):
        return {"problem": "ip_address", "suggestion": None}
    start = root_start(labels)
    if start < 0:
        return {"problem": "public_suffix", "suggestion": None}
    root = ".".join(labels[start:])
    if last_ambiguous >= start:
        return {"problem": "ambiguous", "suggestion": None if "i\u0307" in name else root}
    if start > 0:
        return {"problem": "subdomain", "suggestion": root}
    return {"value": full, "unicode": ".".join(label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in labels)}
