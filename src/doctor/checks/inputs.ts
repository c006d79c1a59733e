import { broken, type Check, odd, ok } from "../check.ts";

/** Flags, `with:` and config file can be read. */
export const inputs: Check = {
  name: "inputs",
  look({ inputs }) {
    if (!inputs.ok) return broken(2, inputs.problems.join("; "), "Correct what is named; `--help` lists the inputs.");
    if (inputs.warnings.length > 0) return odd(inputs.warnings.join("; "), "Give the values, or leave the inputs out.");
    const { config } = inputs.config;
    return ok(config === null ? "no config file" : `config file ${config}`);
  },
};
