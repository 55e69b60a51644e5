// Events: known ones, new ones, and those of a known type whose data does not fit. None of the three is an error.
import { isMembers, type Json, type Members, read } from "./json.js";
import { isInstant, type Models, Unfit } from "./models.js";

const POSITIONS_PER_SECOND = 32;

/** A time in UTC, with its fraction and without zeros at its end. */
function spelled(text: string): string {
  const fraction = /\.(\d+)/.exec(text)?.[1]?.replace(/0+$/, "") ?? "";
  return `${new Date(text.replace(/\.\d+/, "")).toISOString().slice(0, 19)}${fraction && `.${fraction}`}Z`;
}

export function event(models: Models, events: Members, given: Members): Json {
  let body: Json;
  try {
    body = read(given["text"] as string);
  } catch {
    return { refused: true };
  }
  if (!isMembers(body)) return { refused: true };
  const { id, type, created_at: at, data } = body;
  if (typeof id !== "string" || typeof type !== "string" || !isInstant(at)) return { refused: true };
  let [kind, fault, rank]: [string, string | null, number] = ["unknown", null, 0];
  const known = events[type] as { model: string; rank: number } | undefined;
  if (known) {
    try {
      models.ordered(known.model, body, "", []);
      [kind, rank] = ["known", known.rank];
    } catch (unfit) {
      if (!(unfit instanceof Unfit)) throw unfit;
      [kind, fault] = ["unfit", unfit.message];
    }
  }
  const resource = isMembers(data) && typeof data["id"] === "string" ? data["id"] : null;
  const seconds = Math.floor(new Date(at).getTime() / 1000);
  return { event: kind, id, type, created_at: spelled(at), resource_id: resource, position: seconds * POSITIONS_PER_SECOND + 2 * rank, at_fault: fault };
}
