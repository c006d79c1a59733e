import { joinPath, requirements } from "../../project/gomod.ts";
import { firstOf } from "../../text/format.ts";
import { type Check, odd, ok, type Surroundings } from "../check.ts";

/** go.sum has a line for every module that go.mod requires. */
export const sums: Check = {
  name: "go.sum",
  async look({ project, repository }) {
    const modules = project?.modules ?? [];
    const works = await Promise.all((project?.workspaces ?? []).map(({ path }) => repository.read(`${path}.sum`)));
    const lacking: string[] = [];
    for (const { dir, vendored, workspace } of modules) {
      if (vendored) continue;
      const shared = workspace === null ? [] : works;
      const lines = new Set(
        [await repository.read(joinPath(dir, "go.sum")), ...shared].flatMap((text) => linesOf(text)),
      );
      lacking.push(...(await missingIn(dir, lines, { repository, modules })));
    }
    if (lacking.length === 0) return ok(modules.length === 0 ? "no module" : "every requirement has its line");
    return odd(`lines are missing for ${firstOf(lacking, 5)}`, "`go mod tidy` in that module, and commit go.sum.");
  },
};

function linesOf(text: string | null): readonly string[] {
  return (text ?? "").split("\n").map((line) => line.split(" ").slice(0, 2).join(" "));
}

async function missingIn(
  dir: string,
  lines: ReadonlySet<string>,
  {
    repository,
    modules,
  }: { readonly repository: Surroundings["repository"]; readonly modules: readonly { readonly path: string | null }[] },
): Promise<readonly string[]> {
  const content = await repository.read(joinPath(dir, "go.mod"));
  const own = new Set(modules.map(({ path }) => path));
  return requirements(content ?? "")
    .filter(({ path, version }) => !own.has(path) && !lines.has(`${path} ${version}/go.mod`))
    .map(({ path, version }) => `${path}@${version}${dir === "." ? "" : ` (${dir})`}`);
}
