// An implementation of the webhook signature of its own, to hold ours against.
//
// node signature.mjs check FILE        checks a file of vectors; ends with 1 if one does not fit
// node signature.mjs sign COUNT SEED   writes signed deliveries, one JSON object a line
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

const mac = (secret, timestamp, body) => createHmac("sha256", Buffer.from(secret, "utf8")).update(`${timestamp}.`, "utf8").update(body);

function judge(given, body) {
  const { secrets, timestamp, signature } = given;
  if (secrets.length === 0) return ["no_secret", null];
  if (!timestamp) return ["missing_timestamp", null];
  if (!/^[0-9]{1,19}$/.test(timestamp) || timestamp.includes("\n") || BigInt(timestamp) >= 2n ** 63n) return ["malformed_timestamp", null];
  if (!signature) return ["missing_signature", null];
  const macs = signature.split(",").map((part) => part.trim()).filter((part) => /^v1=[0-9A-Fa-f]{64}$/.test(part))
    .map((part) => Buffer.from(part.slice(3), "hex")).slice(0, 16);
  if (macs.length === 0) return ["malformed_signature", null];
  for (const secret of secrets) {
    const expected = mac(secret.value, timestamp, body).digest();
    if (!macs.some((given) => timingSafeEqual(expected, given))) continue;
    const age = BigInt(given.now) - BigInt(timestamp);
    const tolerance = BigInt(given.tolerance_seconds);
    return [age > tolerance ? "timestamp_too_old" : -age > tolerance ? "timestamp_in_future" : "none", secret.label];
  }
  return ["signature_mismatch", null];
}

function check(file) {
  const { vectors } = JSON.parse(readFileSync(file, "utf8"));
  let wrong = 0;
  for (const { name, input, expect } of vectors) {
    const body = input.body_base64 === undefined ? Buffer.from(input.body, "utf8") : Buffer.from(input.body_base64, "base64");
    const found = JSON.stringify(judge(input, body));
    const expected = JSON.stringify([expect.failure, expect.secret_label]);
    if (found === expected) continue;
    wrong++;
    console.log(`${name}: ${found} and not ${expected}`);
  }
  console.log(`${vectors.length} vectors, ${wrong} wrong`);
  return wrong > 0 || vectors.length === 0 ? 1 : 0;
}

function sign(count, seed) {
  // mulberry32: node's own chance takes no seed.
  const chance = (most) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * most);
  };
  for (let number = 0; number < count; number++) {
    const secret = Array.from({ length: 1 + chance(90) }, () => String.fromCharCode(chance(2) ? 33 + chance(94) : 0xa1 + chance(0xd000))).join("");
    const body = Buffer.from(Array.from({ length: [0, 1, 63, 64, 65, chance(5000)][chance(6)] }, () => chance(256)));
    const timestamp = String(chance(4_000_000_000));
    console.log(JSON.stringify({ secret, timestamp, body: body.toString("base64"), signature: `v1=${mac(secret, timestamp, body).digest("hex")}` }));
  }
  return 0;
}

const [what, first, second] = process.argv.slice(2);
process.exitCode = what === "check" ? check(first) : sign(Number(first), Number(second));
