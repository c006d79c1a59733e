import { split } from "shlex";
import { all, invalid, type Kind, type Raw, type Result, valid } from "./kind.ts";

/** Words of a command line with a shell's quotes; nothing is expanded. `refuse` names what is wrong with the words, if anything. */
export function words(refuse: (words: readonly string[]) => readonly string[] = () => []): Kind<readonly string[]> {
  return {
    shape: "list",
    allows: "words, quoted as in a shell",
    words: [],
    schema: { type: "string" },
    parse(raw) {
      const result = splitWords(raw);
      if (!result.ok) return result;
      const problems = refuse(result.value);
      return problems.length > 0 ? { ok: false, problems } : result;
    },
  };
}

function splitWords(raw: Raw): Result<readonly string[]> {
  const result = raw.entries ? valid(raw.values) : all(raw.values.map(splitText));
  if (!result.ok) return result;
  const found = result.value.flat();
  // `$'\c@'` is a NUL only after splitting.
  return found.some((word) => word.includes("\0")) ? invalid("contains a NUL character") : valid(found);
}

function splitText(text: string): Result<readonly string[]> {
  try {
    return valid(split(text));
  } catch {
    // The library throws for these two cases only.
    const cause = text.trimEnd().endsWith("\\") ? "ends with a backslash" : "has a quote that is not closed";
    return invalid(`${cause}; quote as in a shell`);
  }
}
