// A client whose types are generated from openapi/peeker.yaml. What is safe to repeat, and when, is the rule of the vectors.
import { readFileSync } from "node:fs";
import type { operations } from "./api.js";
import { error } from "./errors.js";
import { type Json, type Members, read, write } from "./json.js";
import { Models } from "./models.js";
import { decision } from "./retry.js";
import { follow, type Page } from "./targets.js";

type Id = keyof operations;
type Content<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
export type BodyOf<O extends Id> = operations[O] extends { requestBody: infer Request } ? Content<Request> : undefined;
export type AnswerOf<O extends Id> = Content<operations[O]["responses"][keyof operations[O]["responses"] & (200 | 201 | 202)]>;
export type DataOf<O extends Id> = AnswerOf<O> extends { data: infer Data } ? Data : never;

interface Operation { method: string; replay: "safe" | "same_body" | "unsafe"; pause: number; model?: string }

// Method, safety and pause as openapi/peeker.yaml has them (x-replay, x-replay-pause-seconds).
const OPERATIONS = {
  Me_Get: { method: "GET", replay: "safe", pause: 0 },
  Bundles_Create: { method: "POST", replay: "unsafe", pause: 0, model: "BundleCreate" },
  Bundles_List: { method: "GET", replay: "safe", pause: 0 },
  Domains_CheckAvailability: { method: "POST", replay: "safe", pause: 0, model: "AvailabilityRequest" },
  Orders_Create: { method: "POST", replay: "same_body", pause: 5, model: "OrderRequest" },
  Orders_Get: { method: "GET", replay: "safe", pause: 0 },
} satisfies Partial<Record<Id, Operation>>;

export type Known = keyof typeof OPERATIONS;

const VECTORS = new URL("../../../../openapi/vectors/", import.meta.url);
const table = (file: string, name: string): Members => (read(readFileSync(new URL(file, VECTORS), "ascii")) as Members)[name] as Members;
export const models = new Models(table("model-round-trip.json", "models"));
export const events = table("event-parsing.json", "events");

interface Failure extends Members { kind: string }
interface Attempt { answer?: unknown; failure?: Failure; thrown?: unknown }

/** The answer was no success. */
export class ApiError extends Error {
  constructor(operation: string, readonly mapped: Members) {
    super(`${operation}: ${String(mapped["kind"])} ${String(mapped["code"])} ${String(mapped["field"])}`);
  }
}

/** The call took effect or not. */
export class OutcomeUnknown extends Error {}

export class Client {
  readonly waits: string[] = [];
  private readonly base: string;

  constructor(base: string, private readonly key: string) {
    this.base = `${base.replace(/\/$/, "")}/`;
  }

  async get<O extends Known>(operation: O, target: string): Promise<DataOf<O>> {
    return ((await this.call(operation, target)) as { data: DataOf<O> }).data;
  }

  /** Sends a body in the form of its model. */
  async send<O extends Known>(operation: O, target: string, body: BodyOf<O>): Promise<DataOf<O>> {
    const { model } = OPERATIONS[operation] as Operation;
    const text = write(models.ordered(model!, body as unknown as Json, "", []));
    return ((await this.call(operation, target, text)) as { data: DataOf<O> }).data;
  }

  rows<O extends Known>(operation: O, path: string, perPage: number): AsyncGenerator<DataOf<O> extends (infer Row)[] ? Row : never> {
    return follow(async (target) => (await this.call(operation, target)) as Page<DataOf<O> extends (infer Row)[] ? Row : never>, path, [["per_page", perPage]]);
  }

  private async call(id: Known, target: string, body?: string): Promise<unknown> {
    const operation: Operation = OPERATIONS[id];
    const failures: Failure[] = [];
    for (;;) {
      const { answer, failure, thrown } = await this.attempt(id, operation.method, target, body);
      if (!failure) return answer;
      failures.push(failure);
      const decided = decision({ replay: operation.replay, pause_seconds: operation.pause, failures, max_retries: 4, remaining_seconds: 90, chance: Math.random() }) as { decision: string; wait_ms: number };
      if (decided.decision === "give_up") throw thrown;
      if (decided.decision === "outcome_unknown") throw new OutcomeUnknown(id, { cause: thrown });
      this.waits.push(`${id} ${failure.kind}`);
      await new Promise((resolve) => setTimeout(resolve, decided.wait_ms));
    }
  }

  private async attempt(id: string, method: string, target: string, body?: string): Promise<Attempt> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.base + target, {
        method, body: body ?? null, signal: AbortSignal.timeout(30_000),
        headers: { authorization: `Bearer ${this.key}`, "content-type": "application/json", accept: "application/json" },
      });
      text = await response.text();
    } catch (thrown) {
      const refused = ((thrown as Error).cause as NodeJS.ErrnoException | undefined)?.code === "ECONNREFUSED";
      return { failure: { kind: refused ? "not_sent" : "ambiguous" }, thrown };
    }
    if (response.ok) return { answer: read(text) };
    const wait = response.headers.get("retry-after");
    const mapped = error(models, { status: response.status, body: text, ...(wait !== null && /^\d+$/.test(wait) ? { retry_after: wait } : {}) }) as Members;
    const asked = mapped["wait_seconds"] as number | null;
    return { failure: { kind: mapped["failure"] as string, ...(asked === null ? {} : { asked_wait_seconds: asked }) }, thrown: new ApiError(id, mapped) };
  }
}
