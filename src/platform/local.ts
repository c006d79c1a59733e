import picocolors from "picocolors";
import type { Annotation } from "../model/annotation.ts";

import { createRedactor, type Redactor } from "./mask.ts";
import type { Output } from "./output.ts";
import { type CiPlatform, nothingKnown, type OpenResult } from "./platform.ts";
import type { TerminalScreen } from "./screen.ts";

/** Colour on a terminal, unless `NO_COLOR` says no; `FORCE_COLOR` says yes anywhere (https://no-color.org, https://force-color.org). */
export function wantsColour(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return terminal;
}

/**
 * Whether lines can be drawn again: on a terminal that says how wide it is (act's has no width), unless a CI system reads along or colours are
 * not wanted.
 */
export function canRedraw(
  env: NodeJS.ProcessEnv,
  { isTTY, columns }: Pick<NodeJS.WriteStream, "isTTY" | "columns">,
): boolean {
  const isSet = (name: string): boolean => (env[name] ?? "") !== "";
  return isTTY && columns > 0 && !isSet("CI") && !isSet("NO_COLOR") && env["TERM"] !== "dumb";
}

export interface LocalOptions {
  readonly output: Output;
  readonly colour: boolean;
  /** Where lines can be drawn again; what is printed has to go around them. */
  readonly screen: TerminalScreen | null;
  /** Takes the report alone; absent: nobody asked for it. */
  readonly report?: Output;
  /** How a file is shown to who sits here; absent: nobody does. */
  readonly open?: (path: string) => Promise<OpenResult>;
}

/**
 * A terminal or any CI system other than GitHub Actions: everything goes to standard output. The summary, the outputs and what would
 * be uploaded are files of the output directory already, so there is nothing to hand over.
 */
export function createLocalPlatform({ output, colour, screen, report, open }: LocalOptions): CiPlatform {
  const paint = picocolors.createColors(colour);
  const secrets = createRedactor();
  const print = (text: string): void => {
    screen?.hide();
    output.line(secrets.redact(text));
    screen?.unhide();
  };
  const tint = { error: paint.red, warning: paint.yellow, notice: paint.cyan };
  const message = (level: keyof typeof tint, text: string): void => print(`${tint[level](`${level}:`)} ${text}`);
  return {
    name: "local",
    inputs: () => ({}),
    context: nothingKnown,
    colour,
    mask: secrets.add,
    log: print,
    group: async (title, lines) => {
      print(paint.bold(title));
      screen?.hide();
      try {
        await output.lines(indented(lines, secrets));
      } finally {
        screen?.unhide();
      }
    },
    annotate: (annotation) => message(annotation.level, annotationText(annotation)),
    notice: (text) => message("notice", text),
    warning: (text) => message("warning", text),
    error: (text) => message("error", text),
    writeSummary: () => Promise.resolve(),
    setOutputs: () => Promise.resolve(),
    upload: () => Promise.resolve({ status: "unavailable", reason: "not in a workflow" }),
    ...(screen === null ? {} : { screen: { ...screen, show: (lines) => screen.show(lines.map(secrets.redact)) } }),
    ...(report === undefined ? {} : { report: report.text }),
    ...(open === undefined ? {} : { open }),
    flush: async () => {
      await output.flush();
      await report?.flush();
    },
  };
}

/** `dir/file.go:12:3: title: message`, which terminals and editors turn into a link. */
function annotationText({ path, line, column, title, message }: Annotation): string {
  const position = [path, line, column].filter((part) => part !== null).join(":");
  const text = message.replaceAll("\n", "\n  ");
  return [position, title, text].filter((part) => part !== "").join(": ");
}

async function* indented(lines: AsyncIterable<string> | Iterable<string>, secrets: Redactor): AsyncGenerator<string> {
  for await (const line of lines) yield line === "" ? "" : `  ${secrets.redact(line)}`;
}
