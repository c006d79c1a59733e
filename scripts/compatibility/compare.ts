import type { Difference, Figures } from "./model.ts";

export type ModuleFigures = Readonly<Record<string, Figures>>;

/** Every figure of the action that is not what Go's own tools say, module by module. `explained`: by `<module> <what>`, and `* <what>` for all. */
export function compareFigures(
  ours: ModuleFigures,
  go: ModuleFigures,
  explained: Readonly<Record<string, string>>,
): readonly Difference[] {
  const found: Difference[] = [];
  const note = (module: string | null, what: string, one: unknown, other: unknown, kind = what): void => {
    const why = explained[`${module ?? "*"} ${what}`] ?? explained[`* ${kind}`] ?? null;
    if (one !== other) found.push({ module, what, ours: `${one}`, go: `${other}`, explained: why });
  };
  note(null, "modules", Object.keys(ours).sort().join(" "), Object.keys(go).sort().join(" "));
  for (const [dir, figures] of Object.entries(ours)) {
    const reference = go[dir];
    if (reference === undefined) continue;
    for (const what of ["path", "passed", "failed", "skipped"] as const)
      note(dir, what, figures[what], reference[what]);
    const empty = figures.coverage === null && reference.coverage === "0.0";
    note(dir, "coverage", figures.coverage, reference.coverage, empty ? "coverage without statements" : "coverage");
  }
  return found;
}
