// RFC 3492, since Node's own module is on its way out.
const [BASE, MIN, MAX, SKEW, DAMP, BIAS, START] = [36, 1, 26, 38, 700, 72, 128];

function adapted(delta: number, points: number, first: boolean): number {
  let [rest, k] = [Math.floor(delta / (first ? DAMP : 2)), 0];
  rest += Math.floor(rest / points);
  for (; rest > ((BASE - MIN) * MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - MIN));
  return k + Math.floor(((BASE - MIN + 1) * rest) / (rest + SKEW));
}

const threshold = (k: number, bias: number): number => Math.min(Math.max(k - bias, MIN), MAX);

const digit = (value: number): string => String.fromCharCode(value < 26 ? 97 + value : 22 + value);

export function encode(text: string): string {
  const points = [...text].map((one) => one.codePointAt(0)!);
  const basic = points.filter((point) => point < START);
  let [written, n, delta, bias, done] = [String.fromCharCode(...basic) + (basic.length > 0 ? "-" : ""), START, 0, BIAS, basic.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (done + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      let q = delta;
      for (let k = BASE; ; k += BASE) {
        const t = threshold(k, bias);
        if (q < t) break;
        written += digit(t + ((q - t) % (BASE - t)));
        q = Math.floor((q - t) / (BASE - t));
      }
      written += digit(q);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    n++;
  }
  return written;
}

/** Null for what is no punycode. */
export function decode(text: string): string | null {
  const hyphen = text.lastIndexOf("-");
  const points = [...text.slice(0, Math.max(hyphen, 0))].map((one) => one.codePointAt(0)!);
  let [n, i, bias] = [START, 0, BIAS];
  for (let at = hyphen + 1; at < text.length; ) {
    const before = i;
    for (let [k, weight] = [BASE, 1]; ; k += BASE) {
      const found = at < text.length ? /[a-z]/i.exec(text[at]!) ? text[at]!.toLowerCase().charCodeAt(0) - 97 : /[0-9]/.exec(text[at]!) ? text[at]!.charCodeAt(0) - 22 : -1 : -1;
      if (found < 0) return null;
      at++;
      i += found * weight;
      const t = threshold(k, bias);
      if (found < t) break;
      weight *= BASE - t;
    }
    bias = adapted(i - before, points.length + 1, before === 0);
    n += Math.floor(i / (points.length + 1));
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) return null;
    i %= points.length + 1;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}
