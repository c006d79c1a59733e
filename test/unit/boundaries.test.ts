import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const src = resolve(import.meta.dirname, "../../src");

interface Import {
  /** Importing file, relative to src. */
  readonly from: string;
  /** Imported file relative to src, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gms;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(statement)].map((match) => {
    const name = match[2] ?? match[3] ?? "";
    const to = name.startsWith(".") ? posix.join(posix.dirname(file), name) : name;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const imports = files.flatMap(importsOf);
const values = imports.filter(({ typeOnly }) => !typeOnly);

/** `a -> b` for every import that a rule forbids. */
const broken = (list: readonly Import[], forbidden: (found: Import) => boolean): readonly string[] =>
  list.filter(forbidden).map(({ from, to }) => `${from} -> ${to}`);

/** Files of otherwise pure folders that read the file system or ask git: the thin edges. */
const edges = new Set([
  "inputs/load.ts",
  "inputs/path-facts.ts",
  "inputs/read-config-file.ts",
  "project/coverage-data.ts",
  "project/dockerfile.ts",
  "project/embedded-pointers.ts",
  "project/embedded.ts",
  "project/git-directory.ts",
  "project/git.ts",
  "project/go-files.ts",
  "project/repository.ts",
  "project/source.ts",
  "project/tree.ts",
  "project/walk.ts",
  ...[
    "archives",
    "sboms",
    "asked-go",
    "collector",
    "comment-from",
    "conclude",
    "conclude-fix",
    "engine-request",
    "execute",
    "prepare",
    "publish",
    "release",
    "release-assets",
  ].map((name) => `run/${name}.ts`),
  ...["attest", "comparison", "run", "run-fix", "run-phases", "test-reuse"].map((name) => `run/${name}.ts`),
]);
const pureFolder = /^(model|text|kinds|inputs|project|plan|go|results|report|release|run)\//;
const isPure = (file: string): boolean => pureFolder.test(file) && !edges.has(file);

describe("who may import whom", () => {
  it("finds the imports at all", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports).toContainEqual({ from: "engine/host/adapter.ts", to: "engine/host/open.ts", typeOnly: false });
  });

  it("only engine/dagger knows the Dagger SDK, only platform/github* the toolkit", () => {
    expect(
      broken(imports, ({ from, to }) => to.startsWith("@dagger.io/") && !from.startsWith("engine/dagger/")),
    ).toEqual([]);
    expect(
      broken(imports, ({ from, to }) => to.startsWith("@actions/") && !/^platform\/github[^/]*\.ts$/.test(from)),
    ).toEqual([]);
  });

  it("nothing gives the repository's code more of the engine than a container", () => {
    const more =
      /experimentalPrivilegedNesting|insecureRootCapabilities|nixSocket\(|LoadWorkspaceModules|asModule\(|moduleSource\(/;
    expect(files.filter((file) => more.test(readFileSync(join(src, file), "utf8")))).toEqual([]);
  });

  it("no address of a secret comes from outside", () => {
    const asked = files.flatMap((file) =>
      [...readFileSync(join(src, file), "utf8").matchAll(/\bclient\.secret\([^\n]*/g)].map(([call]) => [file, call]),
    );
    // Files that we wrote ourselves, in a directory of ours.
    expect(asked).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source text to compare with
      ["engine/dagger/credentials.ts", 'client.secret(`file://${file.replaceAll("\\\\", "/")}`);'],
    ]);
  });

  it("the core neither reads files nor starts processes", () => {
    const io = /^node:(fs|child_process|net|http|https|os|tty|worker_threads)/;
    expect(broken(imports, ({ from, to }) => (isPure(from) || from.startsWith("gates/")) && io.test(to))).toEqual([]);
    const pure = files.filter(isPure);
    expect(pure.length).toBeGreaterThan(80);
    const global = /\bprocess\.(env|cwd|exit|argv|platform|stdout)\b/;
    expect(pure.filter((file) => global.test(readFileSync(join(src, file), "utf8")))).toEqual([]);
  });

  it("the core does not know edges, adapters or the order of work", () => {
    const outer = /^(engine|collect|artifacts|platform|files)\/|^(main|index)\.ts$/;
    // The list of engines is data until one of them is asked.
    const isOuter = (file: string): boolean => outer.test(file) && file !== "engine/index.ts";
    expect(
      broken(values, ({ from, to }) => isPure(from) && (isOuter(to) || (edges.has(to) && to.startsWith("run/")))),
    ).toEqual([]);
  });

  it("engines know neither reports nor the platform nor each other", () => {
    const inEngine = (file: string): boolean => file.startsWith("engine/");
    expect(
      broken(imports, ({ from, to }) => inEngine(from) && /^(report|platform|collect|artifacts)\//.test(to)),
    ).toEqual([]);
    expect(
      broken(values, ({ from, to }) => from.startsWith("engine/dagger/") && to.startsWith("engine/host/")),
    ).toEqual([]);
    expect(
      broken(values, ({ from, to }) => from.startsWith("engine/host/") && to.startsWith("engine/dagger/")),
    ).toEqual([]);
  });

  it("an adapter loads what it is about when it is asked, not when the engines are listed", () => {
    const eager = /^import\s+(?!type\b)|^export\s[^;]*\sfrom\s/m;
    const adapters = files.filter((file) => /^engine\/[^/]+\/adapter\.ts$/.test(file));
    expect(adapters).toEqual(["engine/dagger/adapter.ts", "engine/host/adapter.ts"]);
    expect(adapters.filter((file) => eager.test(readFileSync(join(src, file), "utf8")))).toEqual([]);
  });

  it("platforms know neither the run nor the engines", () => {
    const other = /^(run|engine|collect|gates|plan|project|inputs)\//;
    expect(broken(imports, ({ from, to }) => from.startsWith("platform/") && other.test(to))).toEqual([]);
  });

  it("only the composition root picks adapters, and nothing imports it", () => {
    const adapter = /^(engine\/(host|dagger)\/|platform\/(github|local|pick)[^/]*\.ts$)/;
    const root = new Set(["index.ts", "engine/index.ts", "platform/pick.ts"]);
    const inside = /^(engine\/(host|dagger)|platform)\//;
    expect(broken(values, ({ from, to }) => adapter.test(to) && !root.has(from) && !inside.test(from))).toEqual([]);
    expect(broken(imports, ({ to }) => to === "index.ts")).toEqual([]);
  });
});
