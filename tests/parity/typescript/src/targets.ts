// Paths and queries of requests, and lists from page to page.
import type { Json, Members } from "./json.js";

/** A link to a next page that does not say which. */
export class NoToken extends Error {}

export type Query = [string, Json][];

export const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);

export function target(path: string, query: Query = []): string {
  const pairs = query.filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.map((item) => escaped(item as string)).join(",") : escaped(String(value))}`);
  return pairs.length > 0 ? `${path}?${pairs.join("&")}` : path;
}

export function encoding(given: Members): Json {
  let path = given["path"] as string;
  for (const [name, id] of Object.entries((given["ids"] ?? {}) as Record<string, { value: string; prefix: string }>)) {
    if (!id.value.startsWith(id.prefix) || id.value === id.prefix) return { refused: name };
    path = path.replace(`{${name}}`, () => escaped(id.value));
  }
  return { target: target(path, (given["query"] ?? []) as unknown as Query) };
}

export function tokenOf(link: string): string {
  const query = /\?([^#]*)/.exec(link)?.[1] ?? "";
  for (const pair of query.split("&")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at) === "page_token" && at + 1 < pair.length) return decodeURIComponent(pair.slice(at + 1).replaceAll("+", " "));
  }
  throw new NoToken();
}

export interface Page<Row> { data: Row[]; links: { next: string | null } }

/** Yields the rows of each page; of links.next only the token is used. */
export async function* follow<Row>(fetch: (target: string) => Promise<Page<Row>>, path: string, query: Query = []): AsyncGenerator<Row> {
  const seen = new Set<string>();
  for (let token: string | null = null; ;) {
    const page: Page<Row> = await fetch(target(path, [...query, ["page_token", token]]));
    token = page.links.next === null ? null : tokenOf(page.links.next);
    yield* page.data;
    if (token === null || seen.has(token)) return;
    seen.add(token);
  }
}

export async function pagination(given: Members): Promise<Json> {
  const pages = given["pages"] as unknown as { rows: string[]; next: string | null }[];
  const [targets, rows]: [string[], string[]] = [[], []];
  const fetch = async (address: string): Promise<Page<string>> => {
    const page = pages[targets.length]!;
    targets.push(address);
    return { data: page.rows, links: { next: page.next } };
  };
  try {
    for await (const row of follow(fetch, "swaps", [["per_page", given["per_page"] ?? null]])) rows.push(row);
  } catch (wrong) {
    if (!(wrong instanceof NoToken)) throw wrong;
    return { targets, rows, failed_at: "links.next" };
  }
  return { targets, rows, failed_at: null };
}
