import { invalid, type Kind, quote, type Result, valid } from "./kind.ts";
import { filled, list } from "./list.ts";
import { globExcess } from "./path.ts";
import { hasControls } from "./text.ts";

/** Directories of modules, globs of them, both perhaps behind an exclamation mark; `auto` for all. */
export const modules: Kind<readonly string[]> = filled(
  list({
    allows: "`auto`, or directories and globs such as `.`, `tools/gen`, `services/*` and `!examples/**`",
    words: ["auto"],
    parse(entry): Result<string> {
      const name = entry.replace(/^!/, "").trim();
      if (name === "" || hasControls(name)) return invalid(`${quote(entry)} names no directory`);
      if (name.includes("\\")) return invalid(`${quote(entry)} contains a backslash; write / between directories`);
      if (/^(\/|~|[A-Za-z]:)/.test(name))
        return invalid(`${quote(entry)} is absolute; write it relative to working-directory`);
      if (name.split("/").includes("..")) {
        return invalid(
          `${quote(entry)} leaves working-directory; set working-directory to a directory that holds all of them`,
        );
      }
      const excess = globExcess(name);
      if (excess !== null) return invalid(`${quote(entry)} ${excess}`);
      return valid(`${entry.startsWith("!") ? "!" : ""}${name.replace(/^\.\/(?=.)/, "").replace(/(?<=.)\/$/, "")}`);
    },
  }),
);
