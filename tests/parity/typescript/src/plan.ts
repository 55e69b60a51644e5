// What a volume of e-mails needs, and what domains carry. Volumes go beyond what a double holds, so all of it is bigint.
import { Digits, type Json, type Members } from "./json.js";

class Refused extends Error {}

const GOOGLE_INBOX = 20n;
const MICROSOFT_DOMAIN = 150n;

const whole = (value: Json | undefined): bigint | undefined => (value === undefined ? undefined : BigInt(value instanceof Digits ? value.text : (value as number)));

const json = (value: bigint): Json => (BigInt(Number(value)) === value && String(Number(value)) === String(value) ? Number(value) : new Digits(String(value)));

const roundedUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by;

function split(given: Members): bigint {
  const [google, microsoft] = [whole(given["google_percent"]), whole(given["microsoft_percent"])];
  if (google === undefined && microsoft === undefined) return 50n;
  if (google === undefined) throw new Refused("google_percent");
  if (microsoft === undefined) throw new Refused("microsoft_percent");
  if (google < 0n || google > 100n) throw new Refused("google_percent");
  if (microsoft < 0n || microsoft > 100n) throw new Refused("microsoft_percent");
  if (google + microsoft !== 100n) throw new Refused("google_percent");
  return google;
}

function plan(given: Members): Json {
  const share = split(given);
  const inboxes = whole(given["google_inboxes_per_domain"]) ?? 2n;
  if (inboxes !== 2n && inboxes !== 3n) throw new Refused("google_inboxes_per_domain");
  const days = given["send_on_weekends"] === true ? 30n : 22n;
  const googleMonth = days * GOOGLE_INBOX * inboxes;
  const microsoftMonth = days * (whole(given["microsoft_sends_per_domain"]) ?? MICROSOFT_DOMAIN);
  const domains = whole(given["google_domains"]);
  if (domains !== undefined) {
    const sides: [bigint, bigint, bigint][] = [[domains, share, googleMonth], [whole(given["microsoft_domains"])!, 100n - share, microsoftMonth]];
    const carried = sides.filter(([, percent]) => percent > 0n).map(([count, percent, month]) => (count * 100n * month) / percent);
    return { monthly_sending_volume: json(carried.reduce((least, one) => (one < least ? one : least))) };
  }
  const volume = whole(given["monthly_sending_volume"])!;
  if (volume < 1n) throw new Refused("monthly_sending_volume");
  const [google, microsoft] = [roundedUp(volume * share, 100n * googleMonth), roundedUp(volume * (100n - share), 100n * microsoftMonth)];
  return {
    google_percent: json(share), microsoft_percent: json(100n - share), google_domains: json(google), microsoft_domains: json(microsoft),
    google_licenses: json(google * inboxes), microsoft_licenses: json(microsoft), sends_per_day: json(roundedUp(volume, days)),
  };
}

export function bundlePlan(given: Members): Json {
  try {
    return plan(given);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { refused: refused.message };
  }
}
