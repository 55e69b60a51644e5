"""JSON that comes back as it was: numbers keep their digits, whatever a float can hold. Escapes are those of the exact bytes of an order."""
import json
import unicodedata

SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
ESCAPED = {"Cc", "Co", "Cs", "Cn", "Zl", "Zp", "Zs"}


class Number(float):
    """A number with its own text; whole numbers that Python writes in the same way are plain ints."""

    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text
        return number


def whole(text):
    return int(text) if str(int(text)) == text else Number(text)


def refuse(word):
    raise ValueError(f"{word} is no JSON")


def read(text):
    """Raises ValueError for what is no JSON."""
    return json.loads(text, parse_float=Number, parse_int=whole, parse_constant=refuse)


def escape(character):
    if character in SHORT:
        return SHORT[character]
    if character == " " or ord(character) < 0x10000 and unicodedata.category(character) not in ESCAPED:
        return character
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at:at + 2].hex().upper()}" for at in range(0, len(units), 2))


def string(text):
    return f'"{"".join(map(escape, text))}"'


def write(value):
    if isinstance(value, dict):
        return "{" + ",".join(f"{string(name)}:{write(member)}" for name, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    if isinstance(value, str):
        return string(value)
    if isinstance(value, Number):
        return value.text
    return json.dumps(value)
