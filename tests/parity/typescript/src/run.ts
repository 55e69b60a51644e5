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

const FEWEST = 1400;

function load(folder: string): Map<string, Members> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "schema.json").sort();
  return new Map(files.map((name) => [name.slice(0, -".json".length), read(readFileSync(join(folder, name), "ascii")) as Members]));
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
  const known = rules(files);
  if (canonical(Object.keys(known).sort()) !== canonical([...files.keys()])) {
    console.log(`not the files that are known here: ${[...files.keys()].join(", ")}`);
    return 1;
  }
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
  return wrong > 0 || total < FEWEST ? 1 : 0;
}

const folder = process.argv.slice(2).find((argument) => argument !== "--names");
process.exitCode = await main(folder ?? fileURLToPath(new URL("../../../../openapi/vectors", import.meta.url)), process.argv.includes("--names"));
