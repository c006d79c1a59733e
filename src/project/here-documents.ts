/** Instructions that may have here-documents, and ONBUILD before one of them. */
const taking = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s+(?:--\S+\s+)*/i;
/** Words with their quotes; blanks after `<<` belong to the word. */
const words = /(?:<<\s*|\\.?|"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\])+/g;

/** The line after the here-documents of an instruction, by BuildKit's rules; one that never ends, which BuildKit refuses, takes all lines. */
export function skipHereDocuments(lines: readonly string[], from: number, instruction: string): number {
  let at = from;
  for (const { name, chomped } of hereDocuments(instruction)) {
    const ends = (line: string): boolean => (chomped ? line.replace(/^\t+/, "") : line) === name;
    while (at < lines.length && !ends(lines[at] ?? "")) at++;
    at++;
  }
  return Math.min(at, lines.length);
}

interface HereDocument {
  readonly name: string;
  /** `<<-`: tabs before the name do not count. */
  readonly chomped: boolean;
}

function hereDocuments(instruction: string): readonly HereDocument[] {
  const head = taking.exec(instruction)?.[0];
  const quoteIsOpen = instruction.replace(words, "").trim() !== "";
  if (head === undefined || quoteIsOpen || isList(instruction.slice(head.length))) return [];
  return (instruction.match(words) ?? []).flatMap((word) => {
    const [, dash, rest = ""] = /^\d*<<(-?)\s*([^<]*)$/.exec(word) ?? [];
    const name = rest.replace(/\\(.)|["']/g, "$1");
    return name === "" ? [] : [{ name, chomped: dash === "-" }];
  });
}

/** `["a", "b"]` is no text for a shell. */
function isList(text: string): boolean {
  if (!text.startsWith("[")) return false;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === "string");
  } catch {
    return false;
  }
}
