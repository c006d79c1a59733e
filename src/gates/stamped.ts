import { UsageError } from "../errors.ts";
import { type Stamp, stampNames, stampValue } from "../model/stamp.ts";
import { fillTemplate } from "../text/template.ts";

/** `{version}` and the like in the value of an input. `clean`: what a value has to look like there. Throws UsageError for one that is not known. */
export function stamped(
  input: string,
  template: string,
  stamp: Stamp,
  clean: (value: string) => string = (value) => value,
): string {
  return fillTemplate(template, (name) => {
    const known = stampNames.find((each) => each === name);
    if (known === undefined) return null;
    const value = stampValue(stamp, known);
    if (value !== null) return clean(value);
    const version = known === "version" || known === "semver";
    const remedy = version ? "Set `version`, or run" : "Run";
    throw new UsageError([
      `${input}: {${known}} is not known: ${stamp.unknown}. ${remedy} in a git checkout that has commits.`,
    ]);
  });
}

/** As part of a file name on any system. */
export function inFileName(value: string): string {
  return value.replace(/[^A-Za-z0-9._+-]+/g, "-");
}

/** As part of an image's tag, which takes 128 characters and no `+`. */
export function inImageTag(value: string): string {
  return value.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 100);
}
