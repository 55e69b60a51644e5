// Holds an implementation of its own, in TypeScript, against openapi/vectors.
//
// node out/run.js [FOLDER] [--names]   one line for each vector that does not fit (its file and name alone with --names); ends with 1 if there is one
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { error } from "./errors.js";
import { event } from "./events.js";
import { canonical, type Json, type Members, read } from "./json.js";
import { Models, roundTrip } from "./models.js";
import { domainName } from "./names.js";
import { orderBytes, orderStored } from "./orders.js";
import { bundlePlan } from "./plan.js";
import { preflight } from "./preflight.js";
import { decision } from "./retry.js";
import { selection } from "./selection.js";
import { signed } from "./signature.js";
import { encoding, pagination } from "./targets.js";

interface Vector { name: string; input: Members; expect: Json }
type Rule = (given: Members) => Json | Promise<Json>;

/** The vectors cannot be used; says which file and why. */
class Unusable extends Error {}

function load(folder: string): Map<string, Members> {
  let files: string[];
  try {
    files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json").sort();
  } catch {
    throw new Unusable(`${folder} cannot be read`);
  }
  return new Map(files.map((name) => {
    const bytes = readFileSync(join(folder, name));
    if (bytes.some((byte) => byte > 127)) throw new Unusable(`${name} is not ASCII`);
    try {
      return [name.slice(0, -".json".length), read(bytes.toString("ascii")) as Members];
    } catch {
      throw new Unusable(`${name} is no JSON`);
    }
  }));
}

/** Refuses what is not understood, and what would pass without a vector. */
function check(files: Map<string, Members>): void {
  for (const [kind, file] of files) {
    const names = ((file["vectors"] ?? []) as unknown as Vector[]).map((vector) => vector.name);
    if (file["version"] !== 1) throw new Unusable(`${kind}.json has a version that is not known here`);
    if (file["kind"] !== kind) throw new Unusable(`${kind}.json has another kind in it`);
    if (names.length === 0) throw new Unusable(`${kind}.json has no vectors`);
    if (new Set(names).size < names.length) throw new Unusable(`${kind}.json has a name twice`);
  }
}

function rules(files: Map<string, Members>): Record<string, Rule> {
  const models = new Models(files.get("model-round-trip")!["models"] as Members);
  const events = files.get("event-parsing")!["events"] as Members;
  return {
    signature: signed, "domain-names": domainName, "bundle-plan": bundlePlan, selection, preflight, "retry-decision": decision, encoding, pagination, "order-stored": orderStored,
    "order-bytes": (given) => orderBytes(models, given),
    "error-mapping": (given) => error(models, given),
    "model-round-trip": (given) => roundTrip(models, given),
    "event-parsing": (given) => event(models, events, given),
  };
}

async function attempt(rule: Rule, given: Members): Promise<Json> {
  try {
    return await rule(given);
  } catch (wrong) {
    // A vector that breaks the implementation is a vector that does not fit.
    return { raised: String(wrong) };
  }
}

async function main(folder: string, onlyNames: boolean): Promise<number> {
  const files = load(folder);
  check(files);
  if (!files.has("model-round-trip") || !files.has("event-parsing")) throw new Unusable("model-round-trip.json or event-parsing.json is missing");
  const known = rules(files);
  if (canonical(Object.keys(known).sort()) !== canonical([...files.keys()])) throw new Unusable(`not the files that are known here: ${[...files.keys()].join(", ")}`);
  let [total, wrong] = [0, 0];
  for (const [kind, rule] of Object.entries(known)) {
    for (const { name, input, expect } of files.get(kind)!["vectors"] as unknown as Vector[]) {
      total++;
      const result = canonical(await attempt(rule, input));
      if (result === canonical(expect)) continue;
      wrong++;
      console.log(`${kind}: ${name}${onlyNames ? "" : `: ${result} and not ${canonical(expect)}`}`);
    }
  }
  (onlyNames ? console.error : console.log)(`${total} vectors, ${wrong} wrong`);
  return wrong > 0 ? 1 : 0;
}

const folder = process.argv.slice(2).find((argument) => argument !== "--names");
try {
  process.exitCode = await main(folder ?? fileURLToPath(new URL("../../../../openapi/vectors", import.meta.url)), process.argv.includes("--names"));
} catch (unusable) {
  if (!(unusable instanceof Unusable)) throw unusable;
  console.error(unusable.message);
  process.exitCode = 2;
}
