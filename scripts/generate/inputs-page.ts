import { groups, inputNames, inputs } from "../../src/inputs/spec.ts";
import type { Input } from "../../src/kinds/input.ts";
import { outputs } from "../../src/report/outputs.ts";
import { standard } from "./standard.ts";

/** Writes the generated regions of docs/inputs.md between their markers. Throws when a marker is missing. */
export function inputsPage(text: string): string {
  return region(region(text, "inputs", inputTables()), "outputs", outputTable());
}

/** docs/inputs.md when there is none yet. */
export const emptyInputsPage = `<!-- generated:inputs -->
<!-- /generated:inputs -->

<!-- generated:outputs -->
<!-- /generated:outputs -->
`;

function region(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`docs/inputs.md: the markers ${open} and ${close} are missing`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

function inputTables(): string {
  return groups
    .map((group) => {
      const names = inputNames.filter((name) => Object.hasOwn(group.inputs, name));
      const rows = names.map((name) => {
        const { description, notFromConfigFile, onlyInConfigFile, onlyFlag } = inputs[name];
        const mark = onlyInConfigFile ? " ²" : onlyFlag ? " ³" : notFromConfigFile === null ? "" : " ¹";
        return [`\`${name}\`${mark}`, `${description}${allowed(inputs[name])}`, standard(inputs[name])];
      });
      return `### ${group.title}\n\n${table(["Input", "Description", "Default"], rows)}`;
    })
    .concat(
      "¹ Not taken from the config file, which a pull request can change.",
      "² In the config file only.",
      "³ A flag only.",
    )
    .join("\n\n");
}

/** What is allowed, where the description does not say it all: words and ranges. */
function allowed({ kind }: Input<unknown>): string {
  const isBoolean = kind.words.join() === "true,false";
  if (kind.words.length > 0) return isBoolean ? "" : ` ${kind.shape === "list" ? "Any" : "One"} of ${kind.allows}.`;
  return kind.schema["type"] === "integer" ? ` From ${kind.schema["minimum"]} to ${kind.schema["maximum"]}.` : "";
}

function outputTable(): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return table(["Output", "Description"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
