// Every rule of the docs for an order, in the order in which the API finds them.
import { isMembers, type Json, type Members } from "./json.js";
import { readName } from "./names.js";
import type { Row } from "./selection.js";

interface Context {
  bundle?: { status: string; google_domains: number; microsoft_domains: number };
  rows?: Row[];
  own_domains?: string[];
  switched_off?: string[];
}

const INT32 = 2 ** 31 - 1;
const MAILBOX = /^[\p{L}\p{N}_!#$%&'*+\-/=?^`{|}~]+(\.[\p{L}\p{N}_!#$%&'*+\-/=?^`{|}~]+)*$/u;
const HOST_LABEL = /^(?!-)[\p{L}\p{N}]([\p{L}\p{N}]|-)*(?<!-)$/u;

function isEmail(text: string): boolean {
  const [mailbox, host, ...more] = text.split("@");
  const labels = host?.split(".") ?? [];
  return [...text].length <= 254 && more.length === 0 && labels.length > 1 && MAILBOX.test(mailbox!) && labels.every((label) => HOST_LABEL.test(label)) && /^\p{L}/u.test(labels.at(-1)!) && /\p{L}$/u.test(labels.at(-1)!);
}

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/?#]\S*$/i.test(text);
const isInt = (value: Json | undefined): value is number => typeof value === "number" && Number.isInteger(value);
const isCount = (value: Json | undefined): value is number => isInt(value) && value >= 0 && value <= INT32;
/** What a name is compared by: the name in its one spelling, or the text where it is none. */
const spelled = (text: string): string => {
  const read = readName(text.trim());
  return "value" in read ? read.value : text.trim().replace(/\.$/, "").toLowerCase();
};

const isForSale = (row: Row): boolean => row.available && !row.premium && row.reason !== "premium";

interface Named { field: string; name: string; problem: string | null }

class Preflight {
  private readonly violations: Members[] = [];
  private readonly unchecked: Json[] = [];
  private readonly isBundle: boolean;

  constructor(private readonly order: Members, private readonly context: Context) {
    this.isBundle = "bundle_id" in order;
  }

  run(): Json {
    const { order } = this;
    const counts = ["google_licenses", "microsoft_licenses"].filter((member) => member in order);
    if (this.isBundle && (counts.length > 0 || "google_inboxes_per_domain" in order)) this.wrong("order_shape", null, "order_shape_conflict");
    if (!this.isBundle && counts.length === 0) this.wrong("order_shape", "bundle_id");
    this.members();
    const need = this.need();
    const user = order["user"];
    if (typeof user === "string") {
      if (user.startsWith("usr_") && !user.includes("@")) this.notChecked("user", "api_state");
      else if (!isEmail(user)) this.wrong("user", "user");
    }
    if (Array.isArray(order["domains"]) && order["domains"].length > 0) this.domains(order["domains"], need);
    return { violations: this.violations, not_checked: this.unchecked };
  }

  private wrong(rule: string, field: string | null, code = "invalid_request", figures: Members = {}): void {
    if (!this.context.switched_off?.includes(rule)) this.violations.push({ rule, code, field, ...figures });
  }

  private notChecked(rule: string, missing: string): void {
    if (!this.context.switched_off?.includes(rule)) this.unchecked.push([rule, missing]);
  }

  private text(parent: Members, member: string, path: string, rule: string, fits: (text: string) => boolean = () => true): void {
    const value = parent[member];
    if (typeof value !== "string" || !fits(value)) this.wrong(rule, path + member);
  }

  private members(): void {
    const { order } = this;
    this.text(order, "user", "", "user");
    if (this.isBundle) this.text(order, "bundle_id", "", "bundle_id", (text) => text.startsWith("bun_") && text.length > 4);
    else {
      for (const member of ["google_licenses", "microsoft_licenses"]) if (member in order && !isCount(order[member])) this.wrong("licenses", member);
      const inboxes = order["google_inboxes_per_domain"];
      if (inboxes !== undefined && inboxes !== 2 && inboxes !== 3) this.wrong("inboxes_per_domain", "google_inboxes_per_domain");
    }
    const sequencer = order["sequencer"];
    if (!isMembers(sequencer)) this.wrong("sequencer", "sequencer");
    else {
      this.text(sequencer, "provider", "sequencer.", "sequencer", (text) => text === "smartlead");
      const client = sequencer["client_id"] ?? null;
      if (client !== null && client !== "" && !isInt(client)) this.wrong("sequencer", "sequencer.client_id");
      this.text(sequencer, "login_email", "sequencer.", "sequencer_login", isEmail);
      this.text(sequencer, "login_password", "sequencer.", "sequencer_login", (text) => text !== "");
    }
    this.address(order, "");
    this.lists(order["domains"], order["personas"]);
  }

  private address(parent: Members, path: string): void {
    if ("forwarding_url" in parent) this.text(parent, "forwarding_url", path, "forwarding_url", isWebAddress);
  }

  private lists(domains: Json | undefined, personas: Json | undefined): void {
    if (!Array.isArray(domains) || domains.length === 0) this.wrong("domains", "domains");
    for (const [index, domain] of Array.isArray(domains) ? domains.entries() : []) {
      const path = `domains[${index}]`;
      if (isMembers(domain)) {
        this.text(domain, "domain", `${path}.`, "domains");
        this.address(domain, `${path}.`);
      } else if (typeof domain !== "string") this.wrong("domains", path);
    }
    if (!Array.isArray(personas) || personas.length < 1 || personas.length > 10) this.wrong("personas", "personas");
    for (const [index, persona] of Array.isArray(personas) ? personas.entries() : []) {
      const path = `personas[${index}]`;
      if (!isMembers(persona)) {
        this.wrong("personas", path);
        continue;
      }
      for (const member of ["first_name", "last_name"]) this.text(persona, member, `${path}.`, "personas");
      const picture = persona["profile_picture_url"];
      if (!(picture === null || picture === "" || (typeof picture === "string" && isWebAddress(picture)))) this.wrong("persona_picture", `${path}.profile_picture_url`);
    }
  }

  /** How many domains of each provider the order needs; null if that cannot be told. */
  private need(): [number, number] | null {
    const { order, context: { bundle } } = this;
    if (this.isBundle) {
      if (!bundle) {
        this.notChecked("bundle_active", "bundle");
        return null;
      }
      if (bundle.status !== "active") this.wrong("bundle_active", "bundle_id");
      return [bundle.google_domains, bundle.microsoft_domains];
    }
    const [google, microsoft] = [order["google_licenses"] ?? null, order["microsoft_licenses"] ?? null];
    if ((google === 0 && (microsoft === 0 || microsoft === null)) || (google === null && microsoft === 0)) {
      this.wrong("licenses", google === null ? "microsoft_licenses" : "google_licenses");
      return null;
    }
    const [googleCount, microsoftCount, inboxes] = [order["google_licenses"] ?? ("google_licenses" in order ? null : 0), order["microsoft_licenses"] ?? ("microsoft_licenses" in order ? null : 0), order["google_inboxes_per_domain"] ?? ("google_inboxes_per_domain" in order ? null : 2)];
    if (!isCount(googleCount) || !isCount(microsoftCount) || googleCount + microsoftCount === 0 || (inboxes !== 2 && inboxes !== 3)) return null;
    return [Math.ceil(googleCount / inboxes), microsoftCount];
  }

  private domains(given: Json[], need: [number, number] | null): void {
    const names: Named[] = [];
    const add = (field: string, text: string): void => {
      const read = readName(text.trim());
      names.push({ field, name: spelled(text), problem: "value" in read || this.context.switched_off?.includes("domain_name") ? null : read.problem });
    };
    given.forEach((domain, index) => {
      if (typeof domain === "string") add(`domains[${index}]`, domain);
      else if (isMembers(domain) && typeof domain["domain"] === "string") add(`domains[${index}].domain`, domain["domain"]);
    });
    const rows = new Map<string, Row>();
    for (const row of this.context.rows ?? []) {
      const [name, before] = [spelled(row.domain), rows.get(spelled(row.domain))];
      if (row.reason !== "errored" && row.reason !== "stale" && (!before || (isForSale(row) && !isForSale(before)))) rows.set(name, row);
    }
    if (need) this.counts(given.length, names, rows, need);
    else if (this.isBundle) for (const rule of ["domain_count", "microsoft_split"]) this.notChecked(rule, "bundle");
    const own = this.context.own_domains?.map(spelled);
    const [seen, missing] = [new Set<string>(), new Set<string>()];
    for (const { field, name, problem } of names) {
      if (problem !== null) this.wrong("domain_name", field);
      else if (seen.has(name)) this.wrong("duplicate_domain", field);
      else if (!own?.includes(name)) {
        const row = rows.get(name);
        if (!row) missing.add("rows");
        else if (!row.available && !own && row.reason === "taken") missing.add("own_domains");
        else if (!isForSale(row)) this.wrong("domain_available", field);
      }
      if (problem === null) seen.add(name);
    }
    for (const fact of ["rows", "own_domains"]) if (missing.has(fact)) this.notChecked("domain_available", fact);
    this.notChecked("domain_free", "api_state");
  }

  private counts(submitted: number, names: Named[], rows: Map<string, Row>, [google, microsoft]: [number, number]): void {
    const required = Math.min(google + microsoft, INT32);
    if (submitted !== required)
      this.wrong("domain_count", "domains", "domain_count_mismatch", { required_count: required, submitted_count: submitted, missing_count: Math.max(0, required - submitted) });
    let [able, unknown] = [0, 0];
    for (const { name, problem } of names) {
      const row = problem === null ? rows.get(name) : undefined;
      if (row?.usable_for?.includes("microsoft")) able++;
      if (problem === null ? !row?.usable_for : problem === "subdomain") unknown++;
    }
    if (able + unknown < microsoft) this.wrong("microsoft_split", "domains");
    else if (able < microsoft) this.notChecked("microsoft_split", "rows");
  }
}

export const preflight = (given: Members): Json => new Preflight(given["order"] as Members, (given["context"] ?? {}) as unknown as Context).run();
