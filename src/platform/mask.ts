/**
 * Every spelling of a secret that tools are known to print: the value itself, without the white space around it, each of its
 * lines, and as base64, in a URL and in JSON. Longest first.
 */
export function maskForms(secret: string): readonly string[] {
  const trimmed = secret.trim();
  if (trimmed === "") return [];
  const wholes = [secret, trimmed];
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const encoded = wholes.flatMap((value) => [
    Buffer.from(value).toString("base64"),
    Buffer.from(value).toString("base64").replace(/=+$/, ""),
    Buffer.from(value).toString("base64url"),
    encodeURIComponent(toWellFormed(value)),
    JSON.stringify(value).slice(1, -1),
  ]);
  return longestFirst([...wholes, ...lines, ...encoded].filter((form) => form.trim() !== ""));
}

/** encodeURIComponent throws on half a surrogate pair; Node 20 has String.prototype.toWellFormed, the ES2023 library does not know it. */
function toWellFormed(value: string): string {
  return Buffer.from(value, "utf8").toString("utf8");
}

export interface Redactor {
  readonly add: (secret: string) => void;
  /** Replaces every form of every secret by `***`, as the runner does on its side. */
  readonly redact: (text: string) => string;
}

export function createRedactor(): Redactor {
  let forms: readonly string[] = [];
  return {
    add: (secret) => {
      forms = longestFirst([...forms, ...maskForms(secret)]);
    },
    redact: (text) => forms.reduce((rest, form) => rest.replaceAll(form, "***"), text),
  };
}

/** So that redacting one form never leaves the rest of a longer one. */
function longestFirst(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
