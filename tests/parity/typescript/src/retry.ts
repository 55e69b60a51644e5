// What follows a failed attempt. Times are milliseconds.
import type { Json, Members } from "./json.js";

interface Failure { kind: string; asked_wait_seconds?: number }
interface Given { replay: string; pause_seconds: number; failures: Failure[]; max_retries: number; chance: number; remaining_seconds?: number }

const LONGEST = 30_000;
const DAY = 86_400_000;

const doubled = (first: number, times: number): number => Math.min(first * 2 ** Math.min(times, 16), LONGEST);

const mayRepeat = (replay: string, kind: string): boolean =>
  kind === "not_sent" || kind === "rate_limited" || (replay !== "unsafe" && (kind === "ambiguous" || kind === "answer_lost"));

function waitBefore(given: Given, last: Failure, retries: number): number {
  const jitter = given.chance * 1000;
  const waits = [doubled(500, retries) * (0.5 + given.chance / 2)];
  if (last.asked_wait_seconds !== undefined) waits.push(last.asked_wait_seconds * 1000 + jitter);
  if (given.replay === "same_body" && last.kind === "ambiguous") waits.push(doubled(given.pause_seconds * 1000, retries) + jitter);
  return Math.max(...waits);
}

export function decision(input: Members): Json {
  const given = input as unknown as Given;
  const [retries, last] = [given.failures.length - 1, given.failures.at(-1)!];
  let notBegun: number | null = null;
  if (retries < given.max_retries && mayRepeat(given.replay, last.kind)) {
    const wait = waitBefore(given, last, retries);
    if (wait < (given.remaining_seconds ?? Infinity) * 1000 && wait <= DAY) return { decision: "repeat", wait_ms: wait, wait_not_begun_ms: null };
    notBegun = wait;
  }
  const open = given.replay !== "safe" && given.failures.some((failure) => failure.kind === "ambiguous") && last.kind !== "answer_lost";
  return { decision: open ? "outcome_unknown" : "give_up", wait_ms: null, wait_not_begun_ms: notBegun };
}
