import { stampNames } from "../model/stamp.ts";
import { placeholdersIn } from "../text/template.ts";
import { invalid, type Kind, oneOf, quote, scalar, valid } from "./kind.ts";

/**
 * Linker flags that a config file may use: a pull request writes that file, and a build must not run programs or write files of its choice.
 * Left out on purpose: -extld and -extar (programs), -L, -k and -importcfg (files), -o, -tmpdir and the profiles (writes).
 */
const fromConfigFile = [
  ...["-s", "-w", "-X", "-B", "-E", "-H", "-R", "-T", "-aslr", "-bindnow", "-buildid", "-checklinkname"],
  ...["-compressdwarf", "-d", "-extldflags", "-funcalign", "-linkmode", "-pruneweakmap", "-strictdups", "-v"],
];

/** What -extldflags may hold there; a C compiler takes programs and plugins in others (-wrapper, -B, -fplugin). */
const harmlessExternal = /^(-static|-static-pie|-s|-pthread|-l[a-z0-9]+)$/;

/** `-ldflags` of go build, one string. Flags and `with:` are trusted; of the config file only the list above is taken. */
export const ldflags: Kind<string> = scalar({
  allows: "flags of `go tool link`, one string",
  parse(text, source) {
    const words = splitFlags(text);
    if (words === null)
      return invalid("has a quote that is not closed; the go command knows '…' and \"…\" around words");
    const stranger = placeholdersIn(text).find((name) => !stampNames.some((known) => known === name));
    if (stranger !== undefined) {
      const known = stampNames.map((name) => `{${name}}`);
      return invalid(`${quote(`{${stranger}}`)} is no placeholder; use ${oneOf(known)}`);
    }
    const problem = source === "config" ? refused(words) : null;
    return problem === null ? valid(text) : invalid(problem);
  },
});

const reason = "is not taken from the config file, which a pull request can change; set ldflags with a flag or `with:`";

function refused(words: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? "";
    // A response file: the linker reads flags from it wherever it stands (cmd/internal/objabi, expandArgs).
    if (word.startsWith("@")) return `${quote(word)} ${reason}`;
    if (/^--?extldflags$/.test(before)) {
      const problem = refusedExternal(word);
      if (problem !== null) return problem;
      continue;
    }
    // The value of a flag before it (`-X main.v=1`); the linker takes no other words.
    if (!word.startsWith("-") && before.startsWith("-")) continue;
    const [name = "", ...rest] = word.replace(/^--/, "-").split("=");
    if (!fromConfigFile.includes(name)) return `${quote(word)} ${reason}. Allowed here: ${oneOf(fromConfigFile)}`;
    const problem = name === "-extldflags" && rest.length > 0 ? refusedExternal(rest.join("=")) : null;
    if (problem !== null) return problem;
  }
  return null;
}

function refusedExternal(value: string): string | null {
  const words = splitQuoted(value) ?? [value];
  const bad = words.find((flag) => !harmlessExternal.test(flag));
  return bad === undefined ? null : `${quote(bad)} in -extldflags ${reason}`;
}

/** The words of `[pattern=]flags`, as the go command reads -ldflags; null when a quote is not closed. */
export function splitFlags(text: string): readonly string[] | null {
  const pattern = /^[^ \t\r\n'"-][^ \t\r\n='"]*=(?=[ \t\r\n]*['"-])/.exec(text);
  return splitQuoted(pattern === null ? text : text.slice(pattern[0].length));
}

/** cmd/internal/quoted.Split of Go: quotes count at the start of a word only, and nothing is unescaped. */
function splitQuoted(text: string): readonly string[] | null {
  const words: string[] = [];
  // Not \s: a space that only JavaScript takes for one would split other words than Go does.
  const word = /[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|([^ \t\r\n"'][^ \t\r\n]*)|(["']))/gy;
  for (const match of text.matchAll(word)) {
    if (match[4] !== undefined) return null;
    words.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return words;
}
