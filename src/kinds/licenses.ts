import { all, invalid, type Kind, quote, type Result, valid } from "./kind.ts";
import { list } from "./list.ts";
import { hasControls } from "./text.ts";

const licensePattern = /^[A-Za-z0-9][A-Za-z0-9.+-]{0,99}$/;

/** Licences by their SPDX ids, whose case does not matter. */
export const licenses: Kind<readonly string[]> = list({
  allows: "SPDX ids such as `MIT` or `BSD-3-Clause`",
  schema: { type: "string", pattern: licensePattern.source },
  parse: (text) => (licensePattern.test(text) ? valid(text) : invalid(`${quote(text)} is no SPDX id such as MIT`)),
  key: (id) => id.toLowerCase(),
});

/** A module that somebody has decided to live with, whatever its licence is. */
export interface IgnoredModule {
  /** Its path, or that of a directory in it. */
  readonly module: string;
  readonly reason: string;
}

/** A list of maps with `module` and `reason`. */
export const ignoredModules: Kind<readonly IgnoredModule[]> = {
  shape: "maps",
  allows: "a list of `module` and `reason`",
  words: [],
  schema: {
    type: "object",
    properties: { module: { type: "string", minLength: 1 }, reason: { type: "string", minLength: 1 } },
    required: ["module", "reason"],
    additionalProperties: false,
  },
  parse({ values }) {
    const entries = all(values.map(readEntry));
    if (!entries.ok) return entries;
    const modules = entries.value.map(({ module }) => module);
    const twice = modules.find((module, at) => modules.indexOf(module) !== at);
    return twice === undefined ? entries : invalid(`${twice} is there twice`);
  },
};

function readEntry(json: string): Result<IgnoredModule> {
  const entry = new Map<string, unknown>(Object.entries(JSON.parse(json)));
  const text = (name: string): string => String(entry.get(name) ?? "").trim();
  const [module, reason] = [text("module"), text("reason")];
  const others = [...entry.keys()].filter((name) => !["module", "reason"].includes(name));
  const problems = others.map((name) => `${quote(name)} is not part of an entry; module and reason are`);
  if (!/^[^\s/]+(\/[^\s/]+)*$/.test(module)) {
    problems.push(`${quote(module)} is no path of a module such as github.com/owner/name`);
  }
  if (reason === "" || hasControls(reason)) problems.push(`${module || "an entry"} needs a reason on one line`);
  return problems.length > 0 ? invalid(...problems) : valid({ module, reason });
}
