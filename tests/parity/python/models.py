"""Models by the table of model-round-trip.json: what fits, what is not known, and in which order it is written."""
import re

import lossless

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)")


class Unfit(Exception):
    """Holds the path of the member at fault."""


def joined(path, name):
    return f"{path}.{name}" if path else name


class Models:
    def __init__(self, table):
        self.table = table

    def concrete(self, model, value):
        """A union's member for a value; the name of the model itself for any other."""
        words = self.table.get(model)
        if not isinstance(words, str):
            return model
        if " if it has " in words:
            first, member, other = re.fullmatch(r"(\w+) if it has (\w+), else (\w+)", words).groups()
            return first if isinstance(value, dict) and member in value else other
        left, right = words.split(" or ")
        return next((kind for kind in (left, right) if self.is_plain(kind, value) or kind in self.table and isinstance(value, dict)), left)

    @staticmethod
    def is_plain(kind, value):
        if kind == "string":
            return isinstance(value, str)
        if kind == "boolean":
            return isinstance(value, bool)
        if kind == "instant":
            return isinstance(value, str) and INSTANT.fullmatch(value) is not None
        bits = {"int32": 31, "int64": 63}.get(kind)
        return bits is not None and isinstance(value, int) and not isinstance(value, bool) and -2**bits <= value < 2**bits

    def ordered(self, model, value, path, unknown):
        """Known members in the order of the model, then the others. Raises Unfit."""
        if model.startswith("list of "):
            if not isinstance(value, list):
                raise Unfit(path)
            return [self.ordered(model[8:], item, f"{path}[{at}]", unknown) for at, item in enumerate(value)]
        kind = self.concrete(model, value)
        if kind not in self.table:
            if not self.is_plain(kind, value):
                raise Unfit(path)
            return value
        if not isinstance(value, dict):
            raise Unfit(path)
        known, others = {}, dict(value)
        for name, words in self.table[kind].items():
            required, nullable = "required " in words, "nullable " in words
            if name not in value:
                if required:
                    raise Unfit(joined(path, name))
            elif value[name] is not None or required and not nullable:
                known[name] = self.ordered(re.sub("^(required )?(nullable )?", "", words), others.pop(name), joined(path, name), unknown)
            elif nullable:
                known[name] = others.pop(name)
        unknown.extend(joined(path, name) for name in others)
        return {**known, **others}


def round_trip(models, given):
    unknown = []
    try:
        ordered = models.ordered(given["model"], lossless.read(given["text"]), "", unknown)
    except Unfit as unfit:
        return {"at_fault": str(unfit)}
    return {"text": lossless.write(ordered), "unknown": sorted(unknown)}
