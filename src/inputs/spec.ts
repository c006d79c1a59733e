import { gates } from "../gates/index.ts";
import { sharedInputs } from "../gates/shared.ts";
import type { Input, Rows, ValuesOf } from "../kinds/input.ts";
import { accessInputs } from "./spec/access.ts";
import { releaseInputs } from "./spec/release.ts";
import { reportInputs } from "./spec/report.ts";
import { runInputs } from "./spec/run.ts";
import { stageInputs } from "./spec/stages.ts";

type GateInputs = Merged<(typeof gates)[number]["inputs"]>;

/** All members of a union of objects at once. */
type Merged<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer All) => void ? All : never;

/** The rows of all gates, and of the gates of one part of the documentation. */
function inputsOfGates(group?: (typeof gates)[number]["group"]): Rows {
  return Object.assign({}, ...gates.filter((gate) => (group ?? gate.group) === gate.group).map(({ inputs }) => inputs));
}

/** The groups in which documentation shows the inputs. */
export const groups: readonly { readonly title: string; readonly inputs: Rows }[] = [
  { title: "Run", inputs: runInputs },
  { title: "Checks and tests", inputs: { ...sharedInputs, ...inputsOfGates("Checks and tests") } },
  { title: "Builds", inputs: inputsOfGates("Builds") },
  { title: "Image", inputs: inputsOfGates("Image") },
  { title: "Release", inputs: releaseInputs },
  { title: "Own stages", inputs: stageInputs },
  { title: "Modules", inputs: accessInputs },
  { title: "Results", inputs: reportInputs },
];

type AllRows = typeof runInputs &
  typeof sharedInputs &
  GateInputs &
  typeof releaseInputs &
  typeof stageInputs &
  typeof accessInputs &
  typeof reportInputs;

export type InputName = keyof AllRows & string;

/** The parsed value of every input, by its name. */
export type InputValues = { readonly [N in InputName]: AllRows[N] extends Input<infer T, infer _> ? T : never };

/** What the program gets of them, by camelCase of the names. */
export type ResolvedInputs = ValuesOf<AllRows>;

/**
 * The table of inputs, the one source for parsing, Config, action.yml, `--help`, README and the JSON schema of the config file. A new input is one row: in
 * spec/, or with the gate it belongs to.
 */
export const inputs: { readonly [N in InputName]: Input<InputValues[N], unknown> } = {
  ...runInputs,
  ...sharedInputs,
  ...gateInputs(),
  ...releaseInputs,
  ...stageInputs,
  ...accessInputs,
  ...reportInputs,
};

/** The types of the gates' rows are known one by one, and so together. */
function gateInputs(): GateInputs {
  return Object.assign({}, ...gates.map((gate) => gate.inputs));
}

export const inputNames: readonly InputName[] = groups
  .flatMap((group) => Object.keys(group.inputs))
  .filter(isInputName);

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(inputs, name);
}
