// The cheapest domains for slots of two kinds, by trying every number of domains that fit one kind alone.
import type { Json, Members } from "./json.js";
import { readName } from "./names.js";

export interface Row {
  domain: string;
  available: boolean;
  price_cents?: number;
  renewal_price_cents?: number;
  currency?: string;
  usable_for?: string[];
  reason?: string;
  premium?: boolean;
}

interface Priced { cents: number; place: number }

const MOST_CENTS = 1_000_000_000;

const isPrice = (cents: number | undefined): boolean => cents !== undefined && cents >= 0 && cents <= MOST_CENTS;

/** The same for every way to write one name; null for what is none. */
function spelled(name: string): string | null {
  const read = readName(name);
  return "value" in read ? read.value : null;
}

function problem(row: Row, seen: Set<string>, currency: string | undefined, years: number): string | null {
  if (row.premium || row.reason === "premium") return "premium";
  if (row.reason === "stale") return "stale";
  if (!row.available) return "unavailable";
  if (!row.usable_for?.some((provider) => provider === "google" || provider === "microsoft")) return "no_provider";
  if (!isPrice(row.price_cents) || (years > 1 && !isPrice(row.renewal_price_cents))) return "no_price";
  const name = spelled(row.domain);
  if (name === null) return "no_root_domain";
  if (seen.has(name)) return "duplicate";
  if (row.currency && currency && row.currency.toLowerCase() !== currency.toLowerCase()) return "other_currency";
  return null;
}

/** Prices first, then places: a list that is lower in that order is the better one. */
function isLower(one: Priced[], other: Priced[]): boolean {
  const sorted = (rows: Priced[]) => [...rows].sort((a, b) => a.cents - b.cents || a.place - b.place);
  const [left, right] = [sorted(one), sorted(other)];
  for (let at = 0; at < left.length && at < right.length; at++) {
    const difference = left[at]!.cents - right[at]!.cents || left[at]!.place - right[at]!.place;
    if (difference !== 0) return difference < 0;
  }
  return left.length < right.length;
}

const total = (rows: Priced[]): number => rows.reduce((sum, row) => sum + row.cents, 0);

function isBetter(one: Priced[], other: Priced[]): boolean {
  if (one.length !== other.length) return one.length > other.length;
  return total(one) !== total(other) ? total(one) < total(other) : isLower(one, other);
}

export function selection(given: Members): Json {
  const rows = given["rows"] as unknown as Row[];
  const [google, microsoft, years] = [given["google_domains"] as number, given["microsoft_domains"] as number, (given["years"] ?? 1) as number];
  const [seen, left] = [new Set<string>(), new Map<number, string>()];
  const kinds: Record<"google" | "microsoft" | "both", Priced[]> = { google: [], microsoft: [], both: [] };
  let currency = given["currency"] as string | undefined;
  rows.forEach((row, place) => {
    const wrong = problem(row, seen, currency, years);
    if (wrong) return void left.set(place, wrong);
    seen.add(spelled(row.domain)!);
    currency ||= row.currency;
    const [onGoogle, onMicrosoft] = [row.usable_for!.includes("google"), row.usable_for!.includes("microsoft")];
    kinds[onGoogle && onMicrosoft ? "both" : onGoogle ? "google" : "microsoft"].push({ cents: row.price_cents! + (years - 1) * (row.renewal_price_cents ?? 0), place });
  });
  for (const priced of Object.values(kinds)) priced.sort((a, b) => a.cents - b.cents || a.place - b.place);
  let best: { picked: Priced[]; onGoogle: number; onMicrosoft: number; flexible: number } | undefined;
  for (let onGoogle = 0; onGoogle <= Math.min(google, kinds.google.length); onGoogle++) {
    for (let onMicrosoft = 0; onMicrosoft <= Math.min(microsoft, kinds.microsoft.length); onMicrosoft++) {
      const flexible = Math.min(kinds.both.length, google + microsoft - onGoogle - onMicrosoft);
      const picked = [...kinds.google.slice(0, onGoogle), ...kinds.microsoft.slice(0, onMicrosoft), ...kinds.both.slice(0, flexible)];
      if (!best || isBetter(picked, best.picked)) best = { picked, onGoogle, onMicrosoft, flexible };
    }
  }
  const { picked, onGoogle, onMicrosoft, flexible } = best!;
  const toMicrosoft = Math.min(flexible, microsoft - onMicrosoft);
  const [missingGoogle, missingMicrosoft] = [google - onGoogle - (flexible - toMicrosoft), microsoft - onMicrosoft - toMicrosoft];
  const places = new Set(picked.map((row) => row.place));
  const rest: [Priced[], string][] = [
    [kinds.google, missingMicrosoft > 0 ? "google_only" : "not_needed"], [kinds.microsoft, missingGoogle > 0 ? "microsoft_only" : "not_needed"], [kinds.both, "not_needed"],
  ];
  for (const [priced, reason] of rest) for (const { place } of priced) if (!places.has(place)) left.set(place, reason);
  return {
    picked: [...places].map((place) => rows[place]!.domain).sort(), total_cents: total(picked), missing_google: missingGoogle, missing_microsoft: missingMicrosoft,
    left_out: [...left].sort(([a], [b]) => a - b).map(([place, reason]) => [rows[place]!.domain, reason]),
  };
}
