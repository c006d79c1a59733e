import { canonicalVersion } from "../text/canonical-version.ts";
import { invalid, type Kind, quote, scalar, valid } from "./kind.ts";

/** A version of a module or program, as tags have it. */
export const moduleVersion: Kind<string> = scalar({
  allows: "a version such as `v1.2.3` or `v1.2.3-rc.1`",
  parse(text) {
    if (canonicalVersion(text) !== null) return valid(text);
    const hint = canonicalVersion(`v${text}`) === null ? "; write v1.2.3 or v1.2.3-rc.1" : `; write v${text}`;
    return invalid(`${quote(text)} is not a version as Go has them${hint}`);
  },
});
