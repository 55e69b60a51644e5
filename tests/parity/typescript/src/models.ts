// Models by the table of model-round-trip.json: what fits, what is not known, and in which order it is written.
import { Digits, isMembers, type Json, type Members, read, write } from "./json.js";

/** Its message is the path of the member at fault. */
export class Unfit extends Error {}

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)$/;

export const joined = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

export function isInstant(text: Json | undefined): text is string {
  const parts = typeof text === "string" ? INSTANT.exec(text) : null;
  if (!parts) return false;
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour < 24 && minute < 60 && Number(parts[6] ?? 0) < 60;
}

function isWhole(value: Json, bits: bigint): boolean {
  const text = value instanceof Digits ? value.text : typeof value === "number" ? String(value) : "";
  return /^-?\d+$/.test(text) && BigInt(text) >= -(2n ** bits) && BigInt(text) < 2n ** bits;
}

function isPlain(kind: string, value: Json): boolean {
  switch (kind) {
    case "string": return typeof value === "string";
    case "boolean": return typeof value === "boolean";
    case "instant": return isInstant(value);
    case "int32": return isWhole(value, 31n);
    case "int64": return isWhole(value, 63n);
    default: return false;
  }
}

export class Models {
  constructor(private readonly table: Members) {}

  /** Known members in the order of the model, then the others. */
  ordered(model: string, value: Json, path: string, unknown: string[]): Json {
    if (model.startsWith("list of ")) {
      if (!Array.isArray(value)) throw new Unfit(path);
      return value.map((item, at) => this.ordered(model.slice("list of ".length), item, `${path}[${at}]`, unknown));
    }
    const kind = this.concrete(model, value);
    const members = this.table[kind];
    if (!isMembers(members)) {
      if (!isPlain(kind, value)) throw new Unfit(path);
      return value;
    }
    if (!isMembers(value)) throw new Unfit(path);
    const known: Members = {};
    const others = new Map(Object.entries(value));
    for (const [name, words] of Object.entries(members) as [string, string][]) {
      const [required, nullable] = [words.includes("required "), words.includes("nullable ")];
      const given = others.get(name);
      if (given === undefined) {
        if (required) throw new Unfit(joined(path, name));
        continue;
      }
      // A null in an optional member that allows none is kept as a member that is not known.
      if (given === null && !nullable && !required) continue;
      known[name] = given === null && nullable ? null : this.ordered(words.replace(/^(required )?(nullable )?/, ""), given, joined(path, name), unknown);
      others.delete(name);
    }
    unknown.push(...[...others.keys()].map((name) => joined(path, name)));
    return { ...known, ...Object.fromEntries(others) };
  }

  /** A union's member for a value; the name of the model itself for any other. */
  private concrete(model: string, value: Json): string {
    const words = this.table[model];
    if (typeof words !== "string") return model;
    const choice = /^(\w+) if it has (\w+), else (\w+)$/.exec(words);
    if (choice) return isMembers(value) && choice[2]! in value ? choice[1]! : choice[3]!;
    const kinds = words.split(" or ");
    return kinds.find((kind) => isPlain(kind, value) || (kind in this.table && isMembers(value))) ?? kinds[0]!;
  }
}

export function roundTrip(models: Models, given: Members): Json {
  const unknown: string[] = [];
  try {
    const text = write(models.ordered(given["model"] as string, read(given["text"] as string), "", unknown));
    return { text, unknown: unknown.sort() };
  } catch (unfit) {
    if (!(unfit instanceof Unfit)) throw unfit;
    return { at_fault: unfit.message };
  }
}
