/** Variables of the runner and of ourselves that processes of the repository never see, on both engines. */
const privateName = /^(GITHUB|ACTIONS|RUNNER|DAGGER|INPUT|_EXPERIMENTAL_DAGGER)_/i;

/**
 * The environment of host processes: everything passes unchanged but the private names, plus `CI=true`. Windows spells names in any case, so the
 * later of two spellings wins there.
 */
export function hostEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  added: Readonly<Record<string, string>>,
  windows: boolean,
): Record<string, string> {
  const result: Record<string, string> = {};
  const spelling = new Map<string, string>();
  const set = (name: string, value: string): void => {
    const key = windows ? name.toUpperCase() : name;
    const known = spelling.get(key) ?? name;
    spelling.set(key, known);
    result[known] = value;
  };
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !isPrivateName(name)) set(name, value);
  }
  set("CI", "true");
  for (const [name, value] of Object.entries(added)) set(name, value);
  return result;
}

/** True for the names that stay with the runner. */
function isPrivateName(name: string): boolean {
  return privateName.test(name);
}

/** GOPROXY and GOPRIVATE as the inputs ask; empty when they do not. */
export function moduleEnvironment(inputs: {
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
}): Record<string, string> {
  const env: Record<string, string> = {};
  if (inputs.goproxy !== null) env["GOPROXY"] = inputs.goproxy;
  if (inputs.goprivate.length > 0) env["GOPRIVATE"] = inputs.goprivate.join(",");
  return env;
}
