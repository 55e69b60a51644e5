// Whether a delivery is accepted.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Json, Members } from "./json.js";

interface Given {
  secrets: { label: string; value: string }[];
  tolerance_seconds: number;
  now: number;
  timestamp: string | null;
  signature: string | null;
}

function judge({ secrets, tolerance_seconds: tolerance, now, timestamp, signature }: Given, body: Buffer): [string, string | null] {
  if (secrets.length === 0) return ["no_secret", null];
  if (!timestamp) return ["missing_timestamp", null];
  if (!/^[0-9]{1,19}$/.test(timestamp) || BigInt(timestamp) >= 2n ** 63n) return ["malformed_timestamp", null];
  if (!signature) return ["missing_signature", null];
  const macs = signature.split(",").map((part) => part.trim()).filter((part) => /^v1=[0-9A-Fa-f]{64}$/.test(part)).slice(0, 16).map((part) => Buffer.from(part.slice(3), "hex"));
  if (macs.length === 0) return ["malformed_signature", null];
  for (const { label, value } of secrets) {
    const expected = createHmac("sha256", Buffer.from(value, "utf8")).update(`${timestamp}.`).update(body).digest();
    if (!macs.some((mac) => timingSafeEqual(mac, expected))) continue;
    const age = BigInt(now) - BigInt(timestamp);
    return [age > BigInt(tolerance) ? "timestamp_too_old" : -age > BigInt(tolerance) ? "timestamp_in_future" : "none", label];
  }
  return ["signature_mismatch", null];
}

export function signed(given: Members): Json {
  const body = given["body_base64"] === undefined ? Buffer.from(given["body"] as string, "utf8") : Buffer.from(given["body_base64"] as string, "base64");
  const [failure, label] = judge(given as unknown as Given, body);
  return { failure, secret_label: label };
}
