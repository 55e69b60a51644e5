// The quickstart against a sandbox: node out/quickstart.js BASE KEY WEBHOOK_SECRET
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError, type BodyOf, Client, events, models } from "./client.js";
import { event } from "./events.js";
import { canonical, type Json, type Members } from "./json.js";
import { bundlePlan } from "./plan.js";
import { preflight } from "./preflight.js";
import { selection } from "./selection.js";
import { signed } from "./signature.js";

const header = (value: string | string[] | undefined): string | null => (typeof value === "string" ? value : null);

/** Listens on a free port, and hands on what is signed. */
async function receiver(secret: string, hand: (event: Members) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
      const body = Buffer.concat(parts);
      const judged = signed({
        secrets: [{ label: "test", value: secret }], tolerance_seconds: 300, now: Math.floor(Date.now() / 1000), body_base64: body.toString("base64"),
        timestamp: header(request.headers["peeker-timestamp"]), signature: header(request.headers["peeker-signature"]),
      }) as Members;
      const good = judged["failure"] === "none";
      response.writeHead(good ? 204 : 401).end();
      if (good) hand(event(models, events, { text: body.toString("utf8") }) as Members);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** The sandbox's own surface, beside the API. */
async function control(base: string, method: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${new URL(base).origin}/_sandbox${path}`, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}

function expect(what: string, found: Json, expected: Json): void {
  if (canonical(found) !== canonical(expected)) throw new Error(`FAILED: ${what}: expected ${canonical(expected)}, found ${canonical(found)}`);
  console.log(`ok: ${what}`);
}

// A bare name and an object stand side by side: the union comes out of the specification.
const orderOf = (bundle: string, domains: string[]): BodyOf<"Orders_Create"> => ({
  user: "alex@typescript-acme.com",
  bundle_id: bundle,
  sequencer: { provider: "smartlead", client_id: 366903, login_email: "peeker@yourcompany.com", login_password: "a-dedicated-login" },
  forwarding_url: "https://acme.com",
  domains: [domains[0]!, { domain: domains[1]!, forwarding_url: "https://acme.com/typescript" }],
  personas: [{ first_name: "Alex", last_name: "Rivera", profile_picture_url: "" }],
});

async function main(base: string, key: string, secret: string): Promise<void> {
  const peeker = new Client(base, key);
  const completed = new Map<string, Members>();
  let wake = (): void => {};
  const server = await receiver(secret, (told) => {
    if (told["type"] === "order.completed") completed.set(told["resource_id"] as string, told);
    wake();
  });
  await control(base, "PATCH", "/webhooks", { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks` });
  expect("the key is one of the sandbox", (await peeker.get("Me_Get", "me")).api_key.environment, "test");

  const starter = await peeker.send("Bundles_Create", "bundles", { name: "Starter - 25k emails/month", monthly_sending_volume: 25000, send_on_weekends: false, google_inboxes_per_domain: 2 });
  const planned = bundlePlan({ monthly_sending_volume: 25000 }) as Members;
  expect("a bundle needs the domains that were planned", [starter.required_domains.google, starter.required_domains.microsoft], [planned["google_domains"]!, planned["microsoft_domains"]!]);
  const two = await peeker.send("Bundles_Create", "bundles", { name: "Two", monthly_sending_volume: 1500 });

  await control(base, "POST", "/faults", { kind: "rate_limited", count: 1, retry_after_seconds: 1, operation: "Domains_CheckAvailability" });
  const { domains: rows } = await peeker.send("Domains_CheckAvailability", "domains/availability", { domains: ["typescript-acme-mail.com", "typescript-team-acme.com", "typescript-try-acme.com"] });
  expect("availability is asked again after 429", peeker.waits, ["Domains_CheckAvailability rate_limited"]);
  const { google, microsoft } = two.required_domains;
  const picked = (selection({ google_domains: google, microsoft_domains: microsoft, rows: rows as unknown as Json }) as Members)["picked"] as string[];
  expect("two domains are picked", picked.length, 2);

  const order = orderOf(two.id, picked);
  const context = { bundle: { status: two.status, google_domains: google, microsoft_domains: microsoft }, rows, own_domains: [] };
  expect("the order is good before it is sent", (preflight({ order: order as unknown as Json, context: context as unknown as Json }) as Members)["violations"]!, []);
  const refused = await peeker.send("Orders_Create", "orders", orderOf(starter.id, picked)).catch((thrown: unknown) => thrown);
  const mapped = refused instanceof ApiError ? refused.mapped : {};
  expect("two domains for nineteen are refused", [mapped["kind"] ?? null, mapped["field"] ?? null, (mapped["details"] as Members)["missing_count"]!], ["domain_count_mismatch", "domains", 17]);

  await control(base, "POST", "/faults", { kind: "drop", after_work: true, count: 1, operation: "Orders_Create" });
  const placed = await peeker.send("Orders_Create", "orders", order);
  expect("an order whose answer is lost is sent again", peeker.waits.slice(1), ["Orders_Create ambiguous"]);
  expect("the same body is the same order", (await peeker.send("Orders_Create", "orders", order)).id, placed.id);

  const late = setTimeout(() => { throw new Error("FAILED: no order.completed within 30 seconds"); }, 30_000);
  while (!completed.has(placed.id)) await new Promise<void>((resolve) => { wake = resolve; });
  clearTimeout(late);
  expect("its completion is delivered, signed", completed.get(placed.id)!["event"]!, "known");
  expect("the order is completed", (await peeker.get("Orders_Get", `orders/${placed.id}`)).status, "completed");
  const listed: string[] = [];
  for await (const bundle of peeker.rows("Bundles_List", "bundles", 1)) listed.push(bundle.id);
  expect("both bundles are listed, page by page", [starter.id, two.id].every((id) => listed.includes(id)) && new Set(listed).size === listed.length, true);
  server.close();
  server.closeAllConnections();
  console.log("order.completed");
}

const [base, key, secret] = process.argv.slice(2);
if (base === undefined || key === undefined || secret === undefined) throw new Error("usage: node out/quickstart.js BASE KEY WEBHOOK_SECRET");
await main(base, key, secret);
