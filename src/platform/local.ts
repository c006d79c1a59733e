import picocolors from "picocolors";
import type { Annotation } from "../model/annotation.ts";

import { createRedactor, type Redactor } from "./mask.ts";
import type { Output } from "./output.ts";
import { type CiPlatform, nothingKnown } from "./platform.ts";

/** Colour on a terminal, unless `NO_COLOR` says no; `FORCE_COLOR` says yes anywhere (https://no-color.org, https://force-color.org). */
export function wantsColour(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return terminal;
}

export interface LocalOptions {
  readonly output: Output;
  readonly colour: boolean;
}

/**
 * A terminal or any CI system other than GitHub Actions: everything goes to standard output. The summary, the outputs and what would
 * be uploaded are files of the output directory already, so there is nothing to hand over.
 */
export function createLocalPlatform({ output, colour }: LocalOptions): CiPlatform {
  const paint = picocolors.createColors(colour);
  const secrets = createRedactor();
  const print = (text: string): void => output.line(secrets.redact(text));
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
      await output.lines(indented(lines, secrets));
    },
    annotate: (annotation) => message(annotation.level, annotationText(annotation)),
    notice: (text) => message("notice", text),
    warning: (text) => message("warning", text),
    error: (text) => message("error", text),
    writeSummary: () => Promise.resolve(),
    setOutputs: () => Promise.resolve(),
    upload: () => Promise.resolve({ status: "unavailable", reason: "not in a workflow" }),
    flush: () => output.flush(),
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
