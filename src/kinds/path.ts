import { expand } from "brace-expansion";
import { stampNames } from "../model/stamp.ts";
import { invalid, type Kind, quote, type Result, scalar, valid } from "./kind.ts";
import { list } from "./list.ts";
import { hasControls } from "./text.ts";

/** A file or directory; where it leads is checked against the file system by ../paths.ts. */
export const path: Kind<string> = scalar({
  allows: "a path",
  parse(text): Result<string> {
    if (text === "") return invalid("is empty");
    if (hasControls(text)) return invalid(`${quote(text)} contains a control character`);
    // Dagger expands `~`, other tools do not: nobody does here.
    if (/^~([/\\]|$)/.test(text))
      return invalid(`${quote(text)} starts with ~, which is not expanded; write the path out`);
    return valid(text);
  },
});

/** Several of them. */
export const paths: Kind<readonly string[]> = list({
  allows: "paths of directories",
  parse: (text) => path.parse({ source: "flag", label: "", values: [text], entries: true }),
});

/** More than anybody writes; `{a,b}` thirty times would be a billion alternatives. */
const mostAlternatives = 256;
const longestGlob = 4096;

/** Patterns for files of the repository, as ../text/glob.ts reads them. */
export const globs: Kind<readonly string[]> = list({
  allows: "glob patterns such as `**/mocks/**` or `internal/gen/*.go`",
  parse(text): Result<string> {
    if (hasControls(text)) return invalid(`${quote(text)} contains a control character`);
    if (text.includes("\\")) return invalid(`${quote(text)} contains a backslash; write / between directories`);
    if (text.startsWith("/") || text.split("/").includes("..")) {
      return invalid(`${quote(text)} leaves the working directory; write it relative to that, without ..`);
    }
    if (text.startsWith("!")) return invalid(`${quote(text)} starts with !; negated patterns are not supported`);
    if (/[?*+@!]\(/.test(text)) return invalid(`${quote(text)} has a group; write alternatives as {a,b}`);
    const excess = globExcess(text);
    if (excess !== null) return invalid(`${quote(text)} ${excess}`);
    return unbalanced(text) ? invalid(`${quote(text)} has a bracket that is not closed`) : valid(text);
  },
});

/** What is too much of a glob, as the end of a sentence; null: nothing. */
export function globExcess(text: string): string | null {
  if (text.length > longestGlob) return `is longer than ${longestGlob} characters`;
  const alternatives = expand(text, { max: mostAlternatives + 1 }).length;
  return alternatives > mostAlternatives ? `has more than ${mostAlternatives} alternatives` : null;
}

function unbalanced(glob: string): boolean {
  const count = (char: string): number => glob.split(char).length;
  return count("{") !== count("}") || count("[") !== count("]") || count("(") !== count(")");
}

const placeholders = ["name", "os", "arch", "variant", "ext", ...stampNames].map((name) => `{${name}}`);

/** File name with placeholders, without directories. */
export const fileName: Kind<string> = scalar({
  allows: `a file name with ${placeholders.map((name) => `\`${name}\``).join(", ")}`,
  parse(text): Result<string> {
    const unknown = (text.match(/\{[^{}]*\}/g) ?? []).filter((found) => !placeholders.includes(found));
    if (unknown.length > 0) {
      return invalid(`${unknown.map(quote).join(", ")} is no placeholder; use ${placeholders.join(", ")}`);
    }
    const fixed = text.replace(/\{[^{}]*\}/g, "x");
    if (/[\\/]/.test(fixed)) return invalid(`${quote(text)} is a path; give a file name`);
    if (!/^[A-Za-z0-9_][A-Za-z0-9._+-]{0,99}$/.test(fixed) || fixed.endsWith(".")) {
      return invalid(
        `${quote(text)} is not a file name; use letters, digits and . _ + -, starting with a letter or digit`,
      );
    }
    return valid(text);
  },
});

/** A pattern relative to `directory` as one relative to that directory's root; characters of the directory that mean something are escaped. */
export function prefixGlob(directory: string, glob: string): string {
  return directory === "." ? glob : `${directory.replace(/[\\*?[\]{}()!+@|]/g, "\\$&")}/${glob}`;
}
