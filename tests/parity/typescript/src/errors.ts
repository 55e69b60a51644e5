// What an answer that is no success means.
import { isMembers, type Json, type Members, read } from "./json.js";
import { type Models, Unfit } from "./models.js";

const CODES = ["invalid_request", "unauthorized", "forbidden", "not_found", "rate_limited", "order_shape_conflict", "domain_count_mismatch"];
const BY_STATUS: Record<number, string> = { 401: "unauthorized", 403: "forbidden", 408: "other", 429: "rate_limited" };

const failureOf = (status: number): string => (status === 429 ? "rate_limited" : status >= 500 || status === 408 ? "ambiguous" : "final");

export function error(models: Models, given: Members): Json {
  const status = given["status"] as number;
  let [found, member]: [Members | null, string | null] = [null, null];
  try {
    const envelope = models.ordered("ErrorEnvelope", read(given["body"] as string), "", []) as Members;
    found = envelope["error"] as Members;
  } catch (wrong) {
    if (wrong instanceof Unfit) member = wrong.message;
    else if (!(wrong instanceof SyntaxError)) throw wrong;
  }
  if (!found && status < 500 && !(status in BY_STATUS))
    return { kind: "malformed", code: null, field: null, details: null, member, failure: "final", wait_seconds: null };
  const code = (found?.["code"] as string | undefined) ?? null;
  const details = isMembers(found?.["details"]) ? (found["details"] as Members) : null;
  const kind = code !== null && CODES.includes(code) ? code : status >= 500 ? "server" : code === null ? BY_STATUS[status]! : "other";
  const waits: number[] = given["retry_after"] === undefined ? [] : [Number(given["retry_after"])];
  if (details?.["retry_after_seconds"] !== undefined) waits.push(Math.max(details["retry_after_seconds"] as number, 0));
  return { kind, code, field: found?.["field"] ?? null, details, member: null, failure: failureOf(status), wait_seconds: waits.length > 0 ? Math.max(...waits) : null };
}
