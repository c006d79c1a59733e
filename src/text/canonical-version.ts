const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const core = "v(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)";
const full = new RegExp(`^(${core}(?:-${identifier}(?:\\.${identifier})*)?)(\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`);

/** Longer than any that means something: git takes names of this length. */
const longest = 200;

/** The version as Go writes it, without build metadata; null for what is none (`1.2.3`, `v1.2`). */
export function canonicalVersion(text: string): string | null {
  return text.length > longest ? null : (full.exec(text)?.[1] ?? null);
}
