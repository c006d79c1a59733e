import { invalid, type Kind, quote, scalar, valid } from "./kind.ts";

/** Milliseconds per unit, as Go's time.ParseDuration spells them. */
const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

const day = 24 * 3_600_000;

/** A week. Node's timers end at 24.8 days, a job at 5 days. */
const longest = 7 * day;

/** Days. No cache keeps anything so long. */
const oldest = 365;

const example = "write it with a unit, such as 90s, 10m or 1h30m";

/** A length of time in Go's notation (`1h30m`, `90s`, `500ms`), as whole milliseconds. */
export const duration: Kind<number> = scalar({
  allows: "a duration such as `90s`, `10m` or `1h30m`",
  schema: { type: "string", pattern: "^(\\d+(\\.\\d+)?(ns|us|µs|μs|ms|s|m|h))+$" },
  parse(text) {
    if (/^\d+(\.\d+)?$/.test(text)) return invalid(`${quote(text)} has no unit; ${example}`);
    const ms = parseDuration(text);
    if (ms === null) return invalid(`${quote(text)} is not a duration; ${example}`);
    if (ms < 1) return invalid(`${quote(text)} is too short; at least 1ms`);
    return ms > longest ? invalid(`${quote(text)} is too long; at most 168h`) : valid(ms);
  },
});

/** How old something may be, as whole milliseconds: a duration, or days (`7d`). */
export const age: Kind<number> = scalar({
  allows: "days or a duration, such as `7d` or `36h`",
  schema: { type: "string", pattern: "^(\\d+d|(\\d+(\\.\\d+)?(ns|us|µs|μs|ms|s|m|h))+)$" },
  parse(text) {
    const days = /^(\d{1,6})d$/.exec(text)?.[1];
    const ms = days === undefined ? parseDuration(text) : Number(days) * day;
    if (ms === null) return invalid(`${quote(text)} is no age; write it as days or with a unit, such as 7d or 36h`);
    if (ms < 1) return invalid(`${quote(text)} is too short; at least 1ms`);
    return ms > oldest * day ? invalid(`${quote(text)} is too long; at most ${oldest}d`) : valid(ms);
  },
});

/** Milliseconds, rounded; null when Go would not read the text either. Signs are not accepted. */
function parseDuration(text: string): number | null {
  const part = /(\d{1,12}(?:\.\d{1,12})?)(ns|us|µs|μs|ms|s|m|h)/gy;
  let ms = 0;
  let end = 0;
  for (const match of text.matchAll(part)) {
    ms += Number(match[1]) * (units[match[2] ?? ""] ?? Number.NaN);
    end = match.index + match[0].length;
  }
  return text !== "" && end === text.length ? Math.round(ms) : null;
}
