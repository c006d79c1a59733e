import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { type Report, reportSchema, type StageResult } from "../../src/model/report.ts";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";
import { leftovers } from "./support/rig.ts";

afterEach(() => expect(leftovers()).toEqual([]));

/** The configuration of one stage in an image, a line of it after another. */
function stage(name: string, script: string, ...more: readonly string[]): string {
  const lines = [`- name: ${name}`, `  run: [sh, -c, '${script}']`, `  image: ${inject("machine").base}`];
  return [...lines, ...more.map((line) => `  ${line}`)].map((line) => `  ${line}\n`).join("");
}

async function run(...stages: readonly string[]) {
  const dir = repository({
    "go.mod": "module example.com/m\n\ngo 1.22\n",
    "m.go": "package m\n",
    ".dagger-go.yml": `stages:\n${stages.join("")}`,
  });
  const fixed = ["--engine=host", "--docker=false", "--build=false", "--cache=false"];
  const { exitCode } = await runAction(dir, fixed, cleanEnv({ DOCKER_HOST: inject("machine").dockerHost }));
  const report: Report = reportSchema.parse(JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8")));
  const found = (id: string): StageResult | undefined => report.stages.find((each) => each.id === id);
  const kept = (...path: readonly string[]): string => join(dir, ".pipeline/stages", ...path);
  return {
    dir,
    exitCode,
    found,
    kept,
    log: (id: string) => readFileSync(join(dir, `.pipeline/logs/${id}.log`), "utf8"),
  };
}

describe("a stage in an image, with Docker", () => {
  it("runs on a copy of the repository, as root, and keeps regular files with their modes", async () => {
    const script =
      "id -u; ls; mkdir -p out/sub && echo a > out/sub/a && chmod 755 out/sub/a && ln -s /etc/passwd out/link; echo left > left";
    const { dir, exitCode, found, kept, log } = await run(stage("site", script, "outputs: [out]"));
    expect([exitCode, found("site")?.status, found("site")?.reason]).toEqual([
      0,
      "warned",
      "not kept: out/link is no regular file",
    ]);
    expect(log("site")).toMatch(/^0\ngo\.mod\nm\.go\n/);
    expect(readFileSync(kept("site/out/sub/a"), "utf8")).toBe("a\n");
    expect(statSync(kept("site/out/sub/a")).mode & 0o777).toBe(0o755);
    expect(readdirSync(kept("site/out"))).toEqual(["sub"]);
    expect(existsSync(join(dir, "left"))).toBe(false);
  });

  it("keeps outputs that lie in one another once, in whatever order they are named", async () => {
    const script = "mkdir -p a/b/c && echo 1 > a/1 && echo 2 > a/b/2 && echo 3 > a/b/c/3";
    const { exitCode, found, kept } = await run(
      stage("down", script, "outputs: [a, a/b, a/b/2]"),
      stage("up", script, "outputs: [a/b/c, a/b, a]"),
    );
    expect([exitCode, found("down")?.status, found("up")?.status]).toEqual([0, "passed", "passed"]);
    for (const name of ["down", "up"]) {
      const files = readdirSync(kept(name), { recursive: true, encoding: "utf8" });
      expect(files.sort()).toEqual(["a", "a/1", "a/b", "a/b/2", "a/b/c", "a/b/c/3"]);
    }
  });

  it("writes nothing to this machine through a link that it leaves as an output", async () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), "outside-")));
    try {
      mkdirSync(join(outside, "kept"));
      // In the container the same path exists, and the link leads there.
      const script = `mkdir -p ${outside} && echo planted > ${outside}/b && ln -s ${outside} a`;
      const { exitCode, found, kept } = await run(stage("planted", script, "outputs: [a, a/b]"));
      expect(readdirSync(outside)).toEqual(["kept"]);
      expect([exitCode, found("planted")?.status]).toEqual([1, "failed"]);
      expect(found("planted")?.reason).toMatch(/^it left no a, a\/b; not kept: a(\/b)? is no regular file/);
      expect(existsSync(kept("planted"))).toBe(false);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it("keeps what a program left that fails, and says what it does not keep", async () => {
    const { exitCode, found, kept } = await run(
      stage("bad", "mkdir out && echo half > out/log && ln -s log out/link; echo oops; exit 7", "outputs: [out]"),
    );
    expect([exitCode, found("bad")?.reason]).toEqual([1, "sh exited with 7; not kept: out/link is no regular file"]);
    expect(readFileSync(kept("bad/out/log"), "utf8")).toBe("half\n");
  });

  it("breaks where the program or the image cannot be had, and fails without a file of the repository", async () => {
    const { base, registry } = inject("machine");
    const { exitCode, found } = await run(
      `  - { name: gone, run: [no-such-program], image: "${base}" }\n`,
      `  - { name: absent, run: [sh], image: "${registry}/absent:1" }\n`,
      `  - { name: lost, run: [./gone.sh], image: "${base}" }\n`,
    );
    expect(exitCode).toBe(3);
    expect([found("gone")?.status, found("gone")?.reason]).toEqual([
      "errored",
      expect.stringContaining(`no-such-program cannot be had: it is not in the image ${base}`),
    ]);
    expect([found("absent")?.status, found("absent")?.reason]).toEqual([
      "errored",
      expect.stringContaining(`The image ${registry}/absent:1 cannot be had: `),
    ]);
    expect([found("lost")?.status, found("lost")?.reason]).toEqual(["failed", "./gone.sh exited with 127"]);
  });

  it("is stopped at its time limit, and what it had left by then is kept", async () => {
    const { exitCode, found, kept } = await run(
      stage("slow", "echo half > log; exec sleep 600", "outputs: [log]", "timeout: 2s"),
    );
    expect([exitCode, found("slow")?.status, found("slow")?.reason]).toEqual([
      1,
      "failed",
      "stopped at its time limit of 2s (`timeout` of the stage)",
    ]);
    expect(readFileSync(kept("slow/log"), "utf8")).toBe("half\n");
  });
});
