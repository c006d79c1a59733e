import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Report, reportSchema, type StageResult } from "../../src/model/report.ts";
import { image, sandboxes, smallModule } from "./support/repositories.ts";

const newSandbox = sandboxes();

/** The configuration of one stage in an image, a line of it after another; that with Go has all that a stage's has to have. */
function stage(name: string, script: string, ...more: readonly string[]): string {
  const lines = [`- name: ${name}`, `  run: [sh, -c, '${script}']`, `  image: ${image}`];
  return [...lines, ...more.map((line) => `  ${line}`)].map((line) => `  ${line}\n`).join("");
}

async function run(...stages: readonly string[]) {
  const box = newSandbox({ ...smallModule, ".dagger-go.yml": `stages:\n${stages.join("")}` });
  const off = ["docker", "build", "vet", "test", "format"].map((name) => `--${name}=false`);
  const { exitCode } = await box.run([...off, "--cache=false"]);
  const text = readFileSync(join(box.root, ".pipeline/report.json"), "utf8");
  const report: Report = reportSchema.parse(JSON.parse(text));
  const found = (id: string): StageResult | undefined => report.stages.find((each) => each.id === id);
  const kept = (...path: readonly string[]): string => join(box.root, ".pipeline/stages", ...path);
  return { root: box.root, exitCode, found, kept };
}

describe("a stage in an image, under Dagger", () => {
  it("runs on a copy of the repository, and keeps regular files with their modes", async () => {
    const script =
      "mkdir -p out/sub && echo a > out/sub/a && chmod 755 out/sub/a && ln -s /etc/passwd out/link; echo left > left";
    const { root, exitCode, found, kept } = await run(stage("site", script, "outputs: [out]"));
    expect([exitCode, found("site")?.status, found("site")?.reason]).toEqual([
      0,
      "warned",
      "not kept: out/link is no regular file",
    ]);
    expect(readFileSync(kept("site/out/sub/a"), "utf8")).toBe("a\n");
    expect(statSync(kept("site/out/sub/a")).mode & 0o777).toBe(0o755);
    expect(readdirSync(kept("site/out"))).toEqual(["sub"]);
    expect(existsSync(join(root, "left"))).toBe(false);
  });

  it("keeps outputs that lie in one another once, and nothing behind a link", async () => {
    const script = "mkdir -p a/b/c && echo 1 > a/1 && echo 2 > a/b/2 && echo 3 > a/b/c/3";
    const { found, kept } = await run(
      stage("down", script, "outputs: [a, a/b, a/b/2]"),
      stage("up", script, "outputs: [a/b/c, a/b, a]"),
      stage("planted", "ln -s /etc a", "outputs: [a, a/passwd]"),
    );
    for (const name of ["down", "up"]) {
      expect(found(name)?.status).toBe("passed");
      const files = readdirSync(kept(name), { recursive: true, encoding: "utf8" });
      expect(files.sort()).toEqual(["a", "a/1", "a/b", "a/b/2", "a/b/c", "a/b/c/3"]);
    }
    expect([found("planted")?.status, found("planted")?.reason]).toEqual([
      "failed",
      expect.stringMatching(/^it left no a, a\/passwd; not kept: a is no regular file/),
    ]);
    expect(existsSync(kept("planted"))).toBe(false);
  });

  it("keeps what a program left that fails, or that is stopped at its time limit", async () => {
    const { exitCode, found, kept } = await run(
      stage("bad", "mkdir out && echo half > out/log && ln -s log out/link; echo oops; exit 7", "outputs: [out]"),
      stage("slow", "echo half > log; exec sleep 600", "outputs: [log]", "timeout: 2s"),
    );
    expect(exitCode).toBe(1);
    expect(found("bad")?.reason).toBe("sh exited with 7; not kept: out/link is no regular file");
    expect(readFileSync(kept("bad/out/log"), "utf8")).toBe("half\n");
    expect([found("slow")?.status, found("slow")?.reason]).toEqual([
      "failed",
      "stopped at its time limit of 2s (`timeout` of the stage)",
    ]);
    expect(readFileSync(kept("slow/log"), "utf8")).toBe("half\n");
  });

  it("breaks where the program or the image cannot be had, and fails without a file of the repository", async () => {
    const { exitCode, found } = await run(
      `  - { name: gone, run: [no-such-program], image: "${image}" }\n`,
      `  - { name: absent, run: [sh], image: "${image}-absent" }\n`,
      `  - { name: lost, run: [./gone.sh], image: "${image}" }\n`,
    );
    expect(exitCode).toBe(3);
    expect([found("gone")?.status, found("gone")?.reason]).toEqual([
      "errored",
      expect.stringContaining(`no-such-program cannot be had: it is not in the image ${image}`),
    ]);
    expect(found("absent")?.status).toBe("errored");
    expect(found("absent")?.reason).toContain(`${image}-absent`);
    expect([found("lost")?.status, found("lost")?.reason]).toEqual(["failed", "./gone.sh exited with 127"]);
  });
});
