import * as z from "zod";
import { type InputName, inputNames, inputs } from "../../src/inputs/spec.ts";
import type { Input } from "../../src/kinds/input.ts";
import type { Schema } from "../../src/kinds/kind.ts";
import { reportSchema } from "../../src/model/report.ts";
import { standard } from "./standard.ts";

/** The JSON schema (draft 7, what editors know) of the config file. */
export function configSchema(): string {
  const names = inputNames.filter((name) => inputs[name].notFromConfigFile === null && !inputs[name].onlyFlag);
  return json({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of dagger-go-pipeline (.dagger-go.yml)",
    description: "The keys are the names of the action's inputs. Flags and `with:` win over this file.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, property(name)])),
  });
}

function property(name: InputName): Schema {
  const input: Input<unknown> = inputs[name];
  return {
    description: `${input.description} Takes ${input.kind.allows}. Default: ${standard(input)}.`.replaceAll("`", ""),
    ...shape(input),
  };
}

function shape({ kind, configFileWords }: Input<unknown>): Schema {
  if (configFileWords !== null) return { enum: configFileWords };
  // `key:` without a value counts as not given.
  if (kind.shape === "switch" || kind.shape === "value") return { anyOf: [kind.schema, { type: "null" }] };
  if (kind.shape === "maps" || kind.shape === "records")
    return { anyOf: [{ type: "array", items: kind.schema }, { type: "null" }] };
  // As one text a list has commas or line breaks, which the form of an entry does not allow.
  const shapes: Schema[] = [{ type: ["string", "number", "null"] }, { type: "array", items: kind.schema }];
  if (kind.shape === "pairs") shapes.push({ type: "object", additionalProperties: { type: scalars } });
  return { anyOf: shapes };
}

const scalars = ["string", "number", "boolean", "null"];

/** The JSON schema of report.json. */
export function reportJsonSchema(): string {
  return json({ title: "report.json of dagger-go-pipeline", ...z.toJSONSchema(reportSchema) });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
