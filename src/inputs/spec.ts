import type { Input } from "../kinds/input.ts";
import { accessInputs } from "./spec/access.ts";
import { buildInputs } from "./spec/build.ts";
import { checkInputs } from "./spec/checks.ts";
import { dockerInputs } from "./spec/docker.ts";
import { reportInputs } from "./spec/report.ts";
import { runInputs } from "./spec/run.ts";

/** The groups in which documentation shows the inputs. */
export const groups = [
  { title: "Run", inputs: runInputs },
  { title: "Checks and tests", inputs: checkInputs },
  { title: "Builds", inputs: buildInputs },
  { title: "Image", inputs: dockerInputs },
  { title: "Modules", inputs: accessInputs },
  { title: "Results", inputs: reportInputs },
] as const;

const rows = { ...runInputs, ...checkInputs, ...buildInputs, ...dockerInputs, ...accessInputs, ...reportInputs };

export type InputName = keyof typeof rows;

/** The parsed value of every input, by its name. */
export type InputValues = { readonly [N in InputName]: (typeof rows)[N] extends Input<infer T> ? T : never };

/**
 * The table of inputs, the one source for parsing, action.yml, `--help`, README and the JSON schema of the config file. A new input is one row in
 * spec/ and one field in config.ts.
 */
export const inputs: { readonly [N in InputName]: Input<InputValues[N]> } = rows;

export const inputNames: readonly InputName[] = Object.keys(rows).filter(isInputName);

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(rows, name);
}
