// The exact bytes of an order, its fingerprint, and the stored form.
import { createHash, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { type Json, type Members, string, write } from "./json.js";
import type { Models } from "./models.js";

const sha256 = (data: Buffer): Buffer => createHash("sha256").update(data).digest();

export function orderBytes(models: Models, order: Members): Json {
  const body = write(models.ordered("OrderRequest", order, "", []));
  return { body, sha256: sha256(Buffer.from(body, "utf8")).toString("hex") };
}

/** docs/orders.md, version 1, form 0. Throws for what is damaged, or was prepared with other secrets. */
export function orderStored(given: Members): Json {
  const stored = Buffer.from(given["stored"] as string, "base64");
  if (!sha256(stored.subarray(0, -32)).equals(stored.subarray(-32))) throw new Error("damaged");
  let at = 0;
  const take = (count: number): Buffer => stored.subarray(at, (at += count));
  const number = (): number => take(4).readUInt32BE();
  if (!take(9).equals(Buffer.from("PKORDER\x01\x00", "latin1"))) throw new Error("of another kind");
  const ticks = take(8).readBigUInt64BE();
  const rounds = number();
  const holes = Array.from({ length: number() }, () => [number(), take(number()).toString("utf8")] as const);
  let body = take(number());
  const secrets = given["secrets"] as Members;
  for (const [place, path] of [...holes].reverse())
    body = Buffer.concat([body.subarray(0, place), Buffer.from(string(secrets[path] as string), "utf8"), body.subarray(place)]);
  const salt = sha256(stored.subarray(0, at));
  if (!timingSafeEqual(pbkdf2Sync(sha256(body), salt, rounds, 32, "sha256"), take(32))) throw new Error("changed");
  // 0001-01-01 to 1970-01-01 in 100 ns.
  const since = ticks - 621355968000000000n;
  const fraction = String(since % 10000000n).padStart(7, "0").replace(/0+$/, "");
  const seconds = new Date(Number(since / 10000000n) * 1000).toISOString().slice(0, 19);
  return { prepared_at: `${seconds}${fraction && `.${fraction}`}Z`, body: body.toString("utf8") };
}
