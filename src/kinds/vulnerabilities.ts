import { all, invalid, type Kind, quote, type Result, scalar, valid } from "./kind.ts";
import { hasControls } from "./text.ts";

/** A vulnerability that somebody has decided to live with. */
export interface IgnoredVulnerability {
  /** In the Go vulnerability database: `GO-2022-1059`. */
  readonly id: string;
  readonly reason: string;
  /** The last day on which that holds, `2026-12-31`; null: always. */
  readonly until: string | null;
}

const idPattern = /^GO-\d{4}-\d{4,}$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A list of maps with `id`, `reason` and perhaps `until`. */
export const ignoredVulnerabilities: Kind<readonly IgnoredVulnerability[]> = {
  shape: "maps",
  allows: "a list of `id`, `reason` and, where it shall end, `until`, the last day (`2026-12-31`)",
  words: [],
  schema: {
    type: "object",
    properties: {
      id: { type: "string", pattern: idPattern.source },
      reason: { type: "string", minLength: 1 },
      until: { type: "string", pattern: dayPattern.source },
    },
    required: ["id", "reason"],
    additionalProperties: false,
  },
  parse({ values }) {
    const entries = all(values.map(readEntry));
    if (!entries.ok) return entries;
    const ids = entries.value.map(({ id }) => id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    return twice === undefined ? entries : invalid(`${twice} is there twice`);
  },
};

function readEntry(json: string): Result<IgnoredVulnerability> {
  const entry = new Map<string, unknown>(Object.entries(JSON.parse(json)));
  const text = (name: string): string => String(entry.get(name) ?? "").trim();
  const [id, reason, until] = [text("id"), text("reason"), text("until")];
  const others = [...entry.keys()].filter((name) => !["id", "reason", "until"].includes(name));
  const problems = others.map((name) => `${quote(name)} is not part of an entry; id, reason and until are`);
  if (!idPattern.test(id))
    problems.push(`${quote(id)} is not an id of the Go vulnerability database such as GO-2022-1059`);
  if (reason === "" || hasControls(reason)) problems.push(`${id || "an entry"} needs a reason on one line`);
  if (until !== "" && !isDay(until)) problems.push(`${quote(until)} is not a day such as 2026-12-31`);
  return problems.length > 0 ? invalid(...problems) : valid({ id, reason, until: until === "" ? null : until });
}

function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export type VulnerabilityDatabase = { readonly url: string } | { readonly directory: string };

/** Where govulncheck reads from (https://go.dev/doc/security/vuln/database): an address, or a directory of the repository. */
export const vulnerabilityDatabase: Kind<VulnerabilityDatabase> = scalar({
  allows: "an https:// or file:// address, or a directory",
  parse(text): Result<VulnerabilityDatabase> {
    if (text === "" || hasControls(text)) return invalid("is empty or contains a control character");
    if (/^(https?|file):/i.test(text)) {
      const url = URL.canParse(text) ? new URL(text) : null;
      if (url === null) return invalid("is not an address such as https://vuln.example.com");
      return url.username === "" && url.password === "" ? valid({ url: text }) : invalid("holds a login");
    }
    if (/^([/~\\]|[A-Za-z]:)|^[a-z]+:/.test(text)) {
      return invalid(`${quote(text)} is no directory of the repository; write others as file:// addresses`);
    }
    if (text.split("/").includes(".."))
      return invalid(`${quote(text)} leaves the working directory; write it without ..`);
    return valid({ directory: text });
  },
});

/** The same of the text of a variable of the environment; null: it names none. */
export function databaseOf(text: string | null): Result<VulnerabilityDatabase | null> {
  if (text === null || text.trim() === "") return valid(null);
  return vulnerabilityDatabase.parse({ source: "flag", label: "", values: [text], entries: false });
}
