import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { describe, expect, it } from "vitest";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const main = "package main\n\nfunc main() {}\n";
const flags = ["--engine=host", "--docker=false", "--test=false", "--vet=false", "--archives"];

async function run(root: string, args: readonly string[], env: Record<string, string> = {}) {
  const { exitCode, stdout } = await runAction(root, [...flags, ...args], cleanEnv(env));
  const report = exitCode === 2 ? null : JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  return { exitCode, stdout, report };
}

const archives = (root: string): readonly string[] => readdirSync(join(root, ".pipeline/archives")).sort();
const listed = (path: string): readonly string[] =>
  execFileSync("tar", ["-tvzf", path], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.replace(/^(\S+) .* /, "$1 "));

describe("archives of a tag", () => {
  const files = {
    "go.mod": "module example.com/hello\n\ngo 1.22\n",
    "main.go": main,
    "cmd/other/main.go": main,
    ...{ "README.md": "read me\n", LICENSE: "licence\n" },
  };

  it("are named as goreleaser does, hold programs and texts, and are the same bytes in another run", async () => {
    const root = repository(files);
    gitIn(root, "tag", "v1.2.3");
    const platforms = "--platforms=linux/amd64,linux/amd64/v3,windows/amd64";
    const { exitCode, report } = await run(root, [platforms]);
    expect(exitCode).toBe(0);
    const names = [
      "hello_1.2.3_linux_amd64.tar.gz",
      "hello_1.2.3_linux_amd64v3.tar.gz",
      "hello_1.2.3_windows_amd64.zip",
    ];
    expect(archives(root)).toEqual(["checksums.txt", ...names]);
    const packed = join(root, ".pipeline/archives");
    expect(listed(join(packed, names[0] ?? ""))).toEqual([
      "-rw-r--r-- LICENSE",
      "-rw-r--r-- README.md",
      "-rwxr-xr-x hello",
      "-rwxr-xr-x other",
    ]);
    const zip = new AdmZip(join(packed, names[2] ?? ""));
    expect(zip.getEntries().map(({ entryName }) => entryName)).toEqual([
      "LICENSE",
      "README.md",
      "hello.exe",
      "other.exe",
    ]);
    const sums = execFileSync("sha256sum", ["--check", "checksums.txt"], { cwd: packed, encoding: "utf8" });
    expect(sums.trim().split("\n")).toEqual(names.map((name) => `${name}: OK`));
    expect(report.archives.map(({ sha256: _, size: __, ...rest }: Record<string, unknown>) => rest)[0]).toEqual({
      ...{ name: names[0], os: "linux", arch: "amd64", variant: null, module: ".", version: "v1.2.3" },
      path: `.pipeline/archives/${names[0]}`,
      binaries: ["hello-linux-amd64", "other-linux-amd64"],
    });
    expect(report.artifacts[0]).toMatchObject({
      archive: `.pipeline/archives/${names[0]}`,
      executable: { format: "ELF", arch: "amd64", linkage: "static" },
    });
    const before = readFileSync(join(packed, "checksums.txt"), "utf8");
    utimesSync(join(root, "README.md"), 1, 1);
    await run(root, [platforms, "--cache=false"]);
    expect(readFileSync(join(packed, "checksums.txt"), "utf8")).toBe(before);
    expect(readFileSync(join(root, ".pipeline/summary.md"), "utf8")).toContain("### Archives");
  }, 600_000);

  it("are of each module, by its own tag", async () => {
    const root = repository({
      ...{ "go.mod": "module example.com/hello\n\ngo 1.22\n", "main.go": main, LICENSE: "licence\n" },
      ...{ "tools/gen/go.mod": "module example.com/hello/tools/gen\n\ngo 1.22\n", "tools/gen/main.go": main },
    });
    gitIn(root, "tag", "tools/gen/v0.4.0");
    gitIn(root, "tag", "v1.0.0");
    expect((await run(root, ["--platforms=linux/amd64"])).exitCode).toBe(0);
    expect(archives(root)).toEqual(["checksums.txt", "gen_0.4.0_linux_amd64.tar.gz", "hello_1.0.0_linux_amd64.tar.gz"]);
    expect(listed(join(root, ".pipeline/archives/gen_0.4.0_linux_amd64.tar.gz"))).toEqual([
      "-rw-r--r-- LICENSE",
      "-rwxr-xr-x gen",
    ]);
  }, 600_000);

  it("are not made of half of the programs", async () => {
    const root = repository({ ...files, "cmd/other/main.go": "package main\n\nfunc main() { broken() }\n" });
    const { exitCode, report } = await run(root, ["--platforms=linux/amd64", "--version=v1.0.0"]);
    expect([exitCode, report.archives]).toEqual([1, []]);
  }, 600_000);
});

it("a binary for another platform than was asked for fails the build, and is not packed", async () => {
  const root = repository({ "go.mod": "module example.com/hello\n\ngo 1.22\n", "main.go": main });
  // A linker that says arm64 where it links for amd64.
  const tools = directory({
    "tool.sh": `#!/bin/sh
"$@" || exit
case $1 in */link) ;; *) exit ;; esac
while [ $# -gt 0 ]; do
  if [ "$1" = -o ]; then printf '\\267\\0' | dd of="$2" bs=1 seek=18 conv=notrunc 2>/dev/null; fi
  shift
done
`,
  });
  chmodSync(join(tools, "tool.sh"), 0o755);
  const args = ["--platforms=linux/amd64", "--version=v1.0.0"];
  const { exitCode, report } = await run(root, args, { GOFLAGS: `-toolexec=${join(tools, "tool.sh")}` });
  const stage = report.stages.find(({ gate }: { gate: string }) => gate === "build");
  expect([exitCode, stage.status, stage.reason]).toEqual([
    1,
    "failed",
    "hello-linux-amd64 is ELF for arm64, not ELF for amd64",
  ]);
  expect(report.archives).toEqual([]);
}, 600_000);
