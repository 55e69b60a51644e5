// JSON that comes back as it was: numbers keep their digits, whatever a double can hold. Escapes are those of the exact bytes of an order.

/** A number that JavaScript would write in another way. */
export class Digits {
  constructor(readonly text: string) {}
}

export type Json = null | boolean | number | string | Digits | Json[] | Members;
export type Members = { [name: string]: Json };

export const isMembers = (value: Json | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Digits);

const TOKEN = /[ \t\n\r]*(?:([{}[\],:])|(true|false|null)|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"))/y;

class Reader {
  private at = 0;
  private token = "";

  constructor(private readonly text: string) {}

  document(): Json {
    this.next();
    const value = this.value();
    if (/[^ \t\n\r]/.test(this.text.slice(this.at))) throw new SyntaxError("there is something after the value");
    return value;
  }

  private next(): string {
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.text);
    if (!found) throw new SyntaxError("not JSON");
    this.at = TOKEN.lastIndex;
    return (this.token = found[1] ?? found[2] ?? found[3] ?? found[4]!);
  }

  private value(): Json {
    const token = this.token;
    if (token === "{") return this.members();
    if (token === "[") return this.items();
    if (/^[}\],:]$/.test(token)) throw new SyntaxError("a value is missing");
    if (!/^[-\d]/.test(token)) return JSON.parse(token) as Json;
    return String(Number(token)) === token ? Number(token) : new Digits(token);
  }

  private members(): Members {
    const members: Members = Object.create(null) as Members;
    if (this.next() === "}") return members;
    for (;;) {
      if (!this.token.startsWith('"')) throw new SyntaxError("a name is missing");
      const name = JSON.parse(this.token) as string;
      if (this.next() !== ":") throw new SyntaxError("a colon is missing");
      this.next();
      members[name] = this.value();
      if (this.next() === "}") return members;
      if (this.token !== ",") throw new SyntaxError("a comma is missing");
      this.next();
    }
  }

  private items(): Json[] {
    const items: Json[] = [];
    if (this.next() === "]") return items;
    for (;;) {
      items.push(this.value());
      if (this.next() === "]") return items;
      if (this.token !== ",") throw new SyntaxError("a comma is missing");
      this.next();
    }
  }
}

/** Throws SyntaxError for what is no JSON. */
export const read = (text: string): Json => new Reader(text).document();

const SHORT: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r" };

const escape = (unit: string): string => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

export const string = (text: string): string =>
  `"${text.replace(/["\\]|[\p{Cc}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}|[\u{10000}-\u{10ffff}]/gu, (found) => found.split("").map(escape).join(""))}"`;

export function write(value: Json): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (isMembers(value)) return `{${Object.entries(value).map(([name, member]) => `${string(name)}:${write(member)}`).join(",")}}`;
  return typeof value === "string" ? string(value) : String(value);
}

/** One text for values that are the same but for the order of their members. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (isMembers(value)) return `{${Object.keys(value).sort().map((name) => `${string(name)}:${canonical(value[name]!)}`).join(",")}}`;
  return write(value);
}
