import { rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeToolchain } from "../../../../../src/engine/host/reuse/toolchain.ts";
import { directory } from "../../../../support/repository.ts";

const programs = ["bin/go", "bin/gofmt", "tool/compile", "tool/asm", "tool/link", "tool/vet", "tool/cgo"];

/** A toolchain whose programs were all written in the same second. */
function toolchain(suffix = ""): string {
  const root = directory(Object.fromEntries(programs.map((path) => [path + suffix, path])));
  for (const path of programs) utimesSync(join(root, path + suffix), 1_000, 1_000);
  return root;
}

const envOf = (root: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ GOVERSION: "go1.26.8", GOROOT: root, GOTOOLDIR: join(root, "tool") },
  ...more,
});

const linesOf = (root: string, suffix = ""): readonly string[] => [
  "go1.26.8",
  root,
  ...programs.map((path) => `${join(root, path + suffix)} ${path.length} 1000000`),
];

async function describeIn(goEnv: Readonly<Record<string, string>>, path: string | null, windows = false) {
  const env: Record<string, string> = path === null ? {} : { PATH: path };
  return (await describeToolchain({ goEnv, env, windows })).split("\n");
}

describe("describeToolchain", () => {
  it("names version, place, size and time of every program", async () => {
    const root = toolchain();
    expect(await describeIn(envOf(root), "")).toEqual([...linesOf(root), "none"]);
  });

  it("finds Path, which is what Windows calls it", async () => {
    const root = toolchain(".exe");
    const bin = directory({ "gcc.exe": "compiler" });
    const goEnv = envOf(root, { CC: "gcc" });
    const found = await describeToolchain({ goEnv, env: { Path: bin }, windows: true });
    expect(found.split("\n").at(-1)).toMatch(/gcc\.exe 8 /);
    expect(await describeToolchain({ goEnv, env: { Path: bin }, windows: false })).toMatch(/none$/);
  });

  it("knows the names of programs on Windows", async () => {
    const root = toolchain(".exe");
    const bin = directory({ "gcc.exe": "compiler" });
    utimesSync(join(bin, "gcc.exe"), 2_000, 2_000);
    expect(await describeIn(envOf(root, { CC: "gcc" }), bin, true)).toEqual([
      ...linesOf(root, ".exe"),
      `${join(bin, "gcc.exe")} 8 2000000`,
    ]);
  });

  it("takes the version for a tool that is not built yet", async () => {
    const root = toolchain();
    rmSync(join(root, "tool/vet"));
    expect(await describeIn(envOf(root), "")).toContain(`${join(root, "tool/vet")} none`);
    rmSync(join(root, "tool"), { recursive: true });
    writeFileSync(join(root, "tool"), "");
    expect(await describeIn(envOf(root), "")).toContain(`${join(root, "tool/asm")} none`);
  });

  it("says nothing of a Go that says nothing of itself", async () => {
    const found = await describeIn({}, null);
    expect(found.slice(0, 2)).toEqual(["", ""]);
    expect(found.slice(2)).toEqual([...programs.map((path) => `${join(path.replace("tool/", ""))} none`), "none"]);
  });

  it.skipIf(process.platform === "win32")("does not hide a program that cannot be looked at", async () => {
    const root = toolchain();
    rmSync(join(root, "bin/go"));
    symlinkSync("go", join(root, "bin/go"));
    await expect(describeIn(envOf(root), "")).rejects.toMatchObject({ code: "ELOOP" });
  });
});

describe("the C compiler", () => {
  const compiler = async (cc: string, path: string | null): Promise<string | undefined> =>
    (await describeIn(envOf("/nowhere", { CC: cc }), path)).at(-1);

  it("is the first on the path, without its flags", async () => {
    const [empty, first, second] = [directory({}), directory({ gcc: "1" }), directory({ gcc: "22" })];
    utimesSync(join(first, "gcc"), 3_000, 3_000);
    const path = ["", empty, first, second].join(delimiter);
    expect(await compiler("gcc -m64 -O2", path)).toBe(`${join(first, "gcc")} 1 3000000`);
  });

  it("is never one of the current directory, as Go takes none from there", async () => {
    const home = process.cwd();
    process.chdir(directory({ gcc: "planted" }));
    try {
      expect(await compiler("gcc", delimiter)).toBe("none");
    } finally {
      process.chdir(home);
    }
  });

  it("may be named by its place", async () => {
    const bin = directory({ clang: "333" });
    utimesSync(join(bin, "clang"), 4_000, 4_000);
    expect(await compiler(join(bin, "clang"), null)).toBe(`${join(bin, "clang")} 3 4000000`);
    expect(await compiler(join(bin, "gone"), bin)).toBe(`${join(bin, "gone")} none`);
  });

  it.each([
    ["nobody names one", ""],
    ["the path has none", "gcc"],
  ])("is none where %s", async (_, cc) => {
    expect(await compiler(cc, directory({}))).toBe("none");
    expect(await compiler(cc, null)).toBe("none");
  });
});
