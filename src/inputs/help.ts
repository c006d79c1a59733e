import type { Input } from "../kinds/input.ts";
import { groups, type InputName, inputNames, inputs } from "./spec.ts";
import { version } from "./version.ts";

/** Columns of a terminal that the text stays within. */
const width = 100;

const intro = [
  "Checks, tests, builds and packages a Go repository as one parallel pipeline.",
  "Usage: node dist/index.js [fix|doctor|init] [flags]",
  "fix changes the files that gofmt, go mod tidy, go work sync, go fix and, with --generate, go generate would change, in place of a run; it leaves files with uncommitted changes alone (exit code 2).",
  "doctor says, in place of a run, what is odd in the repository, its inputs and this machine, each with its remedy. Odd things leave the exit code at 0; what would keep a run from beginning makes it 2 (inputs) or 3 (environment).",
  "init looks at the repository and writes, in place of a run, a .dagger-go.yml and .github/workflows/go.yml that fit it, as far as they are not there. Examples: node dist/index.js init --dry-run shows them and writes nothing; node dist/index.js init --working-directory services.",
  "Flags: --name value or --name=value. Switches: --name, --no-name or --name=false. Lists: commas, new lines or the flag several times; NAME=value lists: new lines or the flag several times.",
  "The same names work in `with:` of a workflow step and, where it does not say otherwise, as keys of .dagger-go.yml. Precedence: flag, `with:`, config file, default.",
];

const exitCodes =
  "Exit codes: 0 passed, 1 a check failed, 2 wrong inputs (nothing was run), 3 the engine or environment broke, 130 cancelled.";

/** The text of `--help`: every input by group, without markup, at most 100 columns. */
export function helpText(): string {
  const sections = groups.map((group) => {
    const names = inputNames.filter((name) => Object.hasOwn(group.inputs, name) && !inputs[name].onlyInConfigFile);
    return `${group.title}:\n${names.map(entry).join("")}`;
  });
  const general = `General:\n${flagEntry("--help, -h", "Show this text.")}${flagEntry("--version", "Show the version.")}`;
  return [...intro.map(paragraph), ...sections, general, paragraph(exitCodes)].join("\n");
}

/** The text of `--version`. */
export function versionText(): string {
  return `dagger-go-pipeline ${version}\n`;
}

function paragraph(text: string): string {
  return `${wrap(plain(text), width).join("\n")}\n`;
}

function entry(name: InputName): string {
  return flagEntry(`--${name} ${placeholder(inputs[name])}`, `${inputs[name].description} ${facts(inputs[name])}`);
}

function flagEntry(flag: string, description: string): string {
  return `  ${flag}\n${wrap(plain(description), width - 6)
    .map((line) => `      ${line}\n`)
    .join("")}`;
}

function placeholder({ kind }: Input<unknown>): string {
  if (kind.words.length > 0) return kind.words.join(kind.shape === "list" ? "," : "|");
  if (kind.shape === "switch") return "true|false";
  return kind.shape === "value" ? "<value>" : kind.shape === "pairs" ? "<name=value>" : "<list>";
}

function facts(input: Input<unknown>): string {
  const standard = input.default ?? input.unset;
  const parts = standard === null ? [] : [`[default: ${standard}]`];
  if (input.onlyFlag) parts.push("[flag only]");
  if (input.notFromConfigFile !== null) parts.push("[not in the config file]");
  return parts.join(" ");
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}

/** Breaks a text between words into lines of at most `columns`; a longer word has a line of its own. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
