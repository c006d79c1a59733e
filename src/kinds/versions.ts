import type { Kind } from "./kind.ts";
import { text } from "./text.ts";

/** A version of a module in one major version, as `go install` takes it; `example` is one. */
export function moduleVersion(example: string): Kind<string> {
  const [major = ""] = example.split(".");
  return text({
    allows: `a version such as \`${example}\``,
    pattern: new RegExp(`^${major}\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z.-]+)?$`),
    otherwise: `is not a version of ${major} such as ${example}`,
  });
}
