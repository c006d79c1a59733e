type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The value of an environment variable. Windows takes `Path` and `PATH` for the same; the environment that Node hands out does so too, a copy of it does not
 * (https://nodejs.org/docs/latest-v20.x/api/process.html#processenv).
 */
export function variable(env: Variables, name: string, windows: boolean): string | null {
  const exact = env[name];
  if (exact !== undefined || !windows) return exact ?? null;
  const key = name.toUpperCase();
  return Object.entries(env).find(([other, value]) => value !== undefined && other.toUpperCase() === key)?.[1] ?? null;
}

/** Variables with more of them, the later winning. On Windows two spellings are one variable, under the name it had first. */
export function withVariables(base: Variables, added: Variables, windows: boolean): Record<string, string> {
  const result: Record<string, string> = {};
  const spelling = new Map<string, string>();
  for (const [name, value] of [...Object.entries(base), ...Object.entries(added)]) {
    if (value === undefined) continue;
    const key = windows ? name.toUpperCase() : name;
    const known = spelling.get(key) ?? name;
    spelling.set(key, known);
    result[known] = value;
  }
  return result;
}
