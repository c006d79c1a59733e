/** Shorter pieces of a secret, such as the braces of a key in JSON, are everywhere: hiding them would only make logs unreadable. */
const shortestPiece = 4;

/** Of a secret inside of something that is encoded as a whole, fewer characters than this tell nothing. */
const shortestCore = 8;

/**
 * Every spelling of a secret that tools are known to print: the value itself, without the white space around it, each of its
 * lines, and in base64 (also in the middle of a longer text), in a URL and in JSON. Longest first.
 */
export function maskForms(secret: string): readonly string[] {
  const trimmed = secret.trim();
  if (trimmed === "") return [];
  const wholes = [secret, trimmed];
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const pieces = lines.filter((line) => line.length >= shortestPiece);
  const encoded = wholes.flatMap((value) => [...base64Forms(value), ...urlForms(value), ...jsonForms(value)]);
  return longestFirst([...wholes, ...pieces, ...encoded].filter((form) => form.trim() !== ""));
}

/** As a text of its own, and what it looks like behind one or two other bytes: base64 writes three bytes as four characters. */
function base64Forms(value: string): readonly string[] {
  const whole = Buffer.from(value).toString("base64");
  const cores = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    // Without the characters that bytes before or after have a part in.
    return bytes.toString("base64").slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
  });
  const standard = [whole, whole.replace(/=+$/, ""), ...cores.filter((core) => core.length >= shortestCore)];
  return standard.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")]);
}

function urlForms(value: string): readonly string[] {
  const encoded = encodeURIComponent(toWellFormed(value));
  return [encoded, encoded.replaceAll("%20", "+")];
}

/** As most write it, and as Go does, which does not leave `<`, `>` and `&` as they are (`go test -json`). */
function jsonForms(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const go = json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  return [json, go];
}

/** encodeURIComponent throws on half a surrogate pair; Node 20 has String.prototype.toWellFormed, the ES2023 library does not know it. */
function toWellFormed(value: string): string {
  return Buffer.from(value, "utf8").toString("utf8");
}

export interface Redactor {
  readonly add: (secret: string) => void;
  /** True when there is nothing to look for. */
  readonly idle: () => boolean;
  /** Replaces every form of every secret by `***`, as the runner does on its side. */
  readonly redact: (text: string) => string;
  /** The same for the bytes of a file of any size; what is no secret stays byte for byte. */
  readonly redactBytes: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;
}

export function createRedactor(): Redactor {
  let forms: readonly string[] = [];
  let inText: RegExp | null = null;
  let inBytes: RegExp | null = null;
  return {
    add: (secret) => {
      forms = longestFirst([...forms, ...maskForms(secret)]);
      inText = anyOf(forms);
      inBytes = anyOf(longestFirst(forms.map(asBytes)));
    },
    idle: () => forms.length === 0,
    redact: (text) => (inText === null ? text : text.replace(inText, "***")),
    redactBytes: (chunks) => (inBytes === null ? chunks : replaceInBytes(chunks, inBytes, longestOf(forms))),
  };
}

/** One character per byte. */
function asBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Where several match the first wins, so longer ones stand first: redacting one form never leaves the rest of a longer one. */
function anyOf(forms: readonly string[]): RegExp | null {
  if (forms.length === 0) return null;
  return new RegExp(forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g");
}

function longestOf(forms: readonly string[]): number {
  return Math.max(...forms.map((form) => asBytes(form).length));
}

/** A match may go on in the next chunk: what begins in the last `longest` bytes is kept back until then. */
async function* replaceInBytes(chunks: AsyncIterable<Buffer>, forms: RegExp, longest: number): AsyncGenerator<Buffer> {
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + chunk.toString("latin1");
    const { done, from } = replaceBefore(text, forms, text.length - longest);
    rest = text.slice(from);
    if (done !== "") yield Buffer.from(done, "latin1");
  }
  yield Buffer.from(rest.replace(forms, "***"), "latin1");
}

/** Replaces matches that begin before `end`; `from`: where the text that was not looked at begins. */
function replaceBefore(text: string, forms: RegExp, end: number): { readonly done: string; readonly from: number } {
  let done = "";
  let from = 0;
  for (const match of text.matchAll(forms)) {
    if (match.index >= end) break;
    done += `${text.slice(from, match.index)}***`;
    from = match.index + match[0].length;
  }
  const cut = Math.max(from, end);
  return cut > from ? { done: done + text.slice(from, cut), from: cut } : { done, from };
}

function longestFirst(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
