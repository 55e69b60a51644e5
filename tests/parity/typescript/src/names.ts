// Root domains in one spelling, by the list of public suffixes and the letters that stand beside the SDK's sources.
import { readFileSync } from "node:fs";
import type { Json, Members } from "./json.js";
import { decode, encode } from "./punycode.js";

const SOURCES = new URL("../../../../src/Peeker/Domains/", import.meta.url);
const AMBIGUOUS = [0xdf, 0x3c2, 0x200c, 0x200d];
const PLACES = [0x200c, 0x200d, 0xb7, 0x30fb];

const lines = (file: string): string[] => readFileSync(new URL(file, SOURCES), "ascii").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));

function range(text: string): number[] {
  const [first, last] = text.split("-").map((point) => parseInt(point, 16)) as [number, number?];
  return Array.from({ length: (last ?? first) - first + 1 }, (_, at) => first + at);
}

const [allowed, viramas, mapped] = [new Set<number>(), new Set<number>(), new Map<number, string>()];
for (const line of lines("Names/characters.txt")) {
  const [word, ...items] = line.split(/\s+/) as [string, ...string[]];
  for (const item of items) {
    if (word === "allow") range(item).forEach((point) => allowed.add(point));
    else if (word === "virama") range(item).forEach((point) => viramas.add(point));
    else if (word === "map") map(item);
  }
}
const suffixes = new Set(lines("PublicSuffixes/icann.txt"));

function map(item: string): void {
  const [left, right] = item.split("=") as [string, string];
  const [span, step] = left.split("/") as [string, string?];
  const target = right.split("+").map((point) => parseInt(point, 16));
  const points = range(span);
  for (let at = 0; at < points.length; at += step === undefined ? 1 : parseInt(step, 16))
    mapped.set(points[at]!, step === undefined ? String.fromCodePoint(...target) : String.fromCodePoint(target[0]! + points[at]! - points[0]!));
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);
const isBetween = (point: number | undefined, ...ranges: [number, number][]): boolean => point !== undefined && ranges.some(([first, last]) => point >= first && point <= last);
const isJamo = (point: number): boolean => isBetween(point, [0x1100, 0x1112], [0x1161, 0x1175], [0x11a8, 0x11c2]);
const isArabic = (point: number | undefined): boolean => isBetween(point, [0x620, 0x6ff], [0x750, 0x77f]);
const pointsOf = (text: string): number[] => [...text].map((one) => one.codePointAt(0)!);

function mayHold(point: number): boolean {
  if (point < 0x80) return /[A-Za-z0-9.-]/.test(String.fromCharCode(point));
  return PLACES.includes(point) || isJamo(point) || allowed.has(point) || mapped.has(point);
}

const normal = (text: string): string => pointsOf(text).map((point) => mapped.get(point) ?? (point < 0x80 ? String.fromCharCode(point).toLowerCase() : String.fromCodePoint(point))).join("").normalize("NFC");

function isOutOfPlace(label: string): boolean {
  const points = pointsOf(label);
  return points.some((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    const virama = before !== undefined && viramas.has(before);
    switch (point) {
      case 0xb7: return !(before === 0x6c && after === 0x6c);
      case 0x30fb: return !points.some((one) => isBetween(one, [0x3041, 0x3096], [0x30a1, 0x30fa], [0x4e00, 0x9fff], [0x3400, 0x4dbf]));
      case 0x200d: return !virama;
      case 0x200c: return !(virama || (isArabic(before) && isArabic(after)));
      default: return isJamo(point) || (at === 0 && /[\p{Mn}\p{Mc}]/u.test(String.fromCodePoint(point)));
    }
  });
}

function isALabel(label: string): boolean {
  const text = decode(label.slice(4));
  if (!text || isAscii(text) || text.includes(".") || !pointsOf(text).every(mayHold) || isOutOfPlace(text)) return false;
  const hyphens = text.startsWith("-") || text.endsWith("-") || [...text].slice(2, 4).join("") === "--";
  return !hyphens && normal(text) === text && `xn--${encode(text)}` === label;
}

/** The label in ASCII, and whether it is ambiguous; or a problem. */
function readLabel(label: string): { ascii: string; ambiguous: boolean } | string {
  if (label.startsWith("-") || label.endsWith("-")) return "bad_hyphen";
  if (label.startsWith("xn--")) return isAscii(label) && isALabel(label) ? { ascii: label, ambiguous: false } : "bad_a_label";
  if ([...label].slice(2, 4).join("") === "--") return "bad_hyphen";
  if (isAscii(label)) return { ascii: label, ambiguous: false };
  if (isOutOfPlace(label)) return "bad_character";
  return { ascii: `xn--${encode(label)}`, ambiguous: pointsOf(label).some((point) => AMBIGUOUS.includes(point)) || label.includes("i\u0307") };
}

/** The place of the label before the public suffix; -1 when the name is a suffix itself. */
function rootStart(labels: string[]): number {
  for (let start = 0; start < labels.length; start++) {
    const [name, parent] = [labels.slice(start).join("."), labels.slice(start + 1).join(".")];
    if (suffixes.has(`!${name}`)) return start;
    if (suffixes.has(name) || suffixes.has(`*.${parent}`)) return start - 1;
  }
  return labels.length - 2;
}

export type Reading = { problem: string; suggestion: string | null } | { value: string; unicode: string };

export function readName(text: string): Reading {
  const problem = (problem: string, suggestion: string | null = null): Reading => ({ problem, suggestion });
  if (text === "" || text === ".") return problem("empty");
  if ([...text].length > 1000) return problem("too_long");
  if (text.split(":").length > 2 && /^[0-9a-f:.[\]%]*$/i.test(text)) return problem("ip_address");
  if (!pointsOf(text).every(mayHold)) return problem("bad_character");
  const name = normal(text);
  const labels = (name.endsWith(".") ? name.slice(0, -1) : name).split(".");
  if (labels.includes("")) return problem("empty_label");
  let lastAmbiguous = -1;
  for (const [at, label] of labels.entries()) {
    const read = readLabel(label);
    if (typeof read === "string") return problem(read);
    labels[at] = read.ascii;
    if (read.ambiguous) lastAmbiguous = at;
    if (read.ascii.length > 63) return problem("label_too_long");
  }
  const full = labels.join(".");
  if (full.length > 253) return problem("too_long");
  if (/^([0-9]+|0x[0-9a-f]*)$/.test(labels.at(-1)!)) return problem("ip_address");
  const start = rootStart(labels);
  if (start < 0) return problem("public_suffix");
  const root = labels.slice(start).join(".");
  if (lastAmbiguous >= start) return problem("ambiguous", name.includes("i\u0307") ? null : root);
  if (start > 0) return problem("subdomain", root);
  return { value: full, unicode: labels.map((label) => (label.startsWith("xn--") ? decode(label.slice(4))! : label)).join(".") };
}

export const domainName = (given: Members): Json => readName(given["text"] as string);
