import { existsSync } from "node:fs";
import { programPath } from "../../support/git/programs.ts";
import { installed } from "./readers.ts";

/** Fails the whole suite, instead of skipping it, when the machine lacks what it needs. */
export function setup(): void {
  const missing = [
    ...(["lcov", "genhtml"].some((name) => programPath(name) === null) ? ["lcov"] : []),
    ...(programPath("xmllint") === null ? ["libxml2-utils"] : []),
  ];
  if (missing.length > 0) throw new Error(`these tests need more: apt-get install ${missing.join(" ")}`);
  const lacking = Object.values(installed).filter((path) => !existsSync(path));
  if (lacking.length === 0) return;
  throw new Error(
    `these tests need ${lacking.join(", ")}: run .ci/readers-setup.sh DIRECTORY and set READERS to that directory`,
  );
}
