import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { directory, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const leak = `package m

import (
	"os"
	"testing"
)

func TestOne(t *testing.T) {
	if os.Getenv("DEPLOY_TOKEN") != "" {
		t.Fatal("the secret of the deployment is here")
	}
}
`;
const files = { "go.mod": "module example.com/m\n\ngo 1.22\n", "m.go": "package m\n", "m_test.go": leak };
const token = "s3cret-of-the-deployment";

async function run(stages: string, flags: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const dir = repository({ ...files, ".dagger-go.yml": `stages:\n${stages}` });
  const fixed = ["--engine=host", "--docker=false", "--platforms=linux/amd64", "--cache=false"];
  const { exitCode, stdout } = await runAction(dir, [...fixed, ...flags], cleanEnv(env));
  const path = join(dir, ".pipeline/report.json");
  const report: Report | null = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  const stage = (id: string) => report?.stages.find((found) => found.id === id);
  const log = (id: string) => readFileSync(join(dir, `.pipeline/logs/${id}.log`), "utf8");
  return { dir, exitCode, stdout, report, stage, log };
}

/** As a workflow run that `event` started. */
function workflow(event: string, ref: string): Readonly<Record<string, string>> {
  const dir = directory({});
  const path = join(dir, "event.json");
  writeFileSync(path, JSON.stringify({ repository: { default_branch: "main", full_name: "o/m" } }));
  const [output, summary] = [join(dir, "output"), join(dir, "summary")];
  for (const file of [output, summary]) writeFileSync(file, "");
  return {
    ...{ GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_EVENT_PATH: path },
    ...{ GITHUB_REPOSITORY: "o/m", GITHUB_SHA: "0".repeat(40), GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    ...{ RUNNER_TEMP: dir, DEPLOY_TOKEN: token },
  };
}

describe("stages of one's own, on this machine", () => {
  it("run on a copy, and keep regular files alone", async () => {
    const script =
      "mkdir -p out/sub && echo $A > out/sub/a && chmod 755 out/sub/a && ln -s /etc/passwd out/link && echo left > left && git log --oneline";
    const { dir, exitCode, stage, log } = await run(
      `  - name: docs\n    run: [sh, -c, '${script}']\n    env: { A: "b  c" }\n    outputs: [out]\n`,
    );
    expect(exitCode).toBe(0);
    expect(stage("docs")).toMatchObject({
      status: "warned",
      reason: "not kept: out/link is no regular file",
      cached: false,
    });
    expect(readFileSync(join(dir, ".pipeline/stages/docs/out/sub/a"), "utf8")).toBe("b c\n");
    expect(statSync(join(dir, ".pipeline/stages/docs/out/sub/a")).mode & 0o777).toBe(0o755);
    expect(readdirSync(join(dir, ".pipeline/stages/docs/out"))).toEqual(["sub"]);
    expect(existsSync(join(dir, "left"))).toBe(false);
    expect(log("docs")).not.toBe("");
  });

  it("fail like checks, and break where a program is not to be had", async () => {
    const failing = await run(
      "  - name: bad\n    run: [sh, -c, 'echo oops; exit 7']\n  - name: tell\n    run: [echo, $HOME]\n    needs: bad\n    when: always\n  - name: never\n    run: [echo]\n    needs: bad\n  - name: lost\n    run: [./gone.sh]\n  - name: empty\n    run: [git, version]\n    outputs: [out]\n  - name: slow\n    run: [sleep, '600']\n    timeout: 1s\n",
    );
    expect(failing.exitCode).toBe(1);
    expect(failing.report?.stages.slice(-6).map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ["bad", "failed", "sh exited with 7"],
      ["tell", "passed", null],
      ["never", "blocked", "bad did not pass"],
      ["lost", "failed", "./gone.sh exited with 127"],
      ["empty", "failed", "it left no out"],
      ["slow", "failed", "stopped at its time limit of 1s (`timeout` of the stage)"],
    ]);
    expect(failing.log("tell")).toBe("$HOME\n");
    const broken = await run(
      "  - name: gone\n    run: [no-such-program]\n  - name: boxed\n    run: [ls]\n    image: alpine:3\n",
      [],
      { DOCKER_HOST: "unix:///no/such/socket" },
    );
    expect(broken.exitCode).toBe(3);
    expect(broken.stage("gone")?.reason).toContain("no-such-program cannot be had: it is not on PATH");
    expect(broken.stage("boxed")?.reason).toContain(
      "It runs in the image alpine:3, for which the host engine needs Docker",
    );
  });

  it.each([
    ["that ends with 2", "exit 2", "sh exited with 2"],
    ["that is killed", "kill -9 $$", "sh was ended by SIGKILL"],
  ])("fail for a program %s, whatever it printed", async (_, ends, reason) => {
    const ended = await run(`  - name: docs\n    run: [sh, -c, 'echo fine; ${ends}']\n`);
    expect([ended.exitCode, ended.stage("docs")?.status, ended.stage("docs")?.reason]).toEqual([1, "failed", reason]);
    expect(ended.log("docs")).toBe("fine\n");
  });

  it("run in the directory of the module that they name, and need stages of it", async () => {
    const dir = repository({
      ...{ "a/go.mod": "module example.com/a\n\ngo 1.22\n", "a/a.go": "package a\n" },
      ...{ "b/go.mod": "module example.com/b\n\ngo 1.22\n", "b/b.go": "package b\n" },
      ".dagger-go.yml":
        "stages:\n  - name: good\n    module: a\n    run: [ls]\n    needs: [vet]\n  - name: bad\n    module: b\n    run: [ls, a.go]\n",
    });
    const { exitCode } = await runAction(dir, ["--engine=host", "--docker=false", "--cache=false"], cleanEnv());
    const report: Report = JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8"));
    const own = report.stages.filter(({ gate }) => gate === "good" || gate === "bad");
    expect([exitCode, own.map(({ id, status }) => [id, status])]).toEqual([
      1,
      [
        ["a#good", "passed"],
        ["b#bad", "failed"],
      ],
    ]);
    expect(readFileSync(join(dir, ".pipeline/logs/a-good.log"), "utf8")).toBe("a.go\ngo.mod\n");
  });

  it("that fail say as well what is not kept of them", async () => {
    const failing = await run(
      "  - name: bad\n    run: [sh, -c, 'ln -s gone out; echo oops; exit 7']\n    outputs: [out]\n",
    );
    expect([failing.exitCode, failing.stage("bad")?.reason]).toEqual([
      1,
      "sh exited with 7; not kept: out is no regular file",
    ]);
  });

  it("are refused before anything runs where they are wrong", async () => {
    const { exitCode, stdout, report } = await run(
      "  - name: docs\n    run: [make]\n    needs: [docs, vte]\n    outputs: [../x]\n",
    );
    expect(exitCode).toBe(2);
    expect(stdout).toContain("docs: needs itself");
    expect(stdout).toContain("leaves the module");
    expect(report).toBeNull();
  });
});

describe("a deployment, on this machine", () => {
  const stages =
    "  - name: ship\n    run: [sh, -c, 'echo \"sees $DEPLOY_TOKEN\" | tee seen; printenv DEPLOY_TOKEN | wc -c']\n    outputs: [seen]\n  - name: plain\n    run: [sh, -c, 'echo \"[$DEPLOY_TOKEN]\"']\n";
  const deploy = ["--deploy=ship", "--deploy-env=DEPLOY_TOKEN"];

  it("gets its secrets when everything else has passed, and shows them nowhere", async () => {
    const done = await run(stages, deploy, workflow("push", "refs/heads/main"));
    expect(done.exitCode).toBe(0);
    expect(done.log("ship")).toBe(`sees ***\n${token.length + 1}\n`);
    expect(done.log("plain")).toBe("[]\n");
    expect(readFileSync(join(done.dir, ".pipeline/stages/ship/seen"), "utf8")).toBe("sees ***\n");
    const shown = done.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
    expect(shown.join("\n")).not.toContain(token);
    expect(JSON.stringify(done.report)).not.toContain(token);
    const others = done.report?.stages.filter(({ id }) => id !== "ship").map(({ startedAt }) => startedAt ?? "") ?? [];
    expect([...others, done.stage("ship")?.startedAt ?? ""].sort().at(-1)).toBe(done.stage("ship")?.startedAt);
  });

  it("does not begin after a failure, nor with a secret that is not there", async () => {
    const bad = `${stages}  - name: bad\n    run: [sh, -c, exit 1]\n`;
    const held = await run(bad, deploy, workflow("release", "refs/tags/v1"));
    expect([held.exitCode, held.stage("ship")?.status, held.stage("ship")?.reason]).toEqual([
      1,
      "blocked",
      "bad did not pass",
    ]);
    const missing = await run(stages, ["--deploy=ship", "--deploy-env=GONE"], workflow("push", "refs/tags/v1"));
    expect([missing.exitCode, missing.report]).toEqual([2, null]);
    expect(missing.stdout).toContain("deploy-env: GONE is not set in the environment");
  });

  it("is skipped on other events, and says so before", async () => {
    const rule =
      "deploys only on a push to main or of a tag, on release and on workflow_dispatch; this is pull_request";
    const pull = workflow("pull_request", "refs/pull/1/merge");
    const skipped = await run(stages, deploy, pull);
    expect([skipped.exitCode, skipped.stage("ship")?.status, skipped.stage("ship")?.reason]).toEqual([
      0,
      "skipped",
      rule,
    ]);
    expect(skipped.stdout).not.toContain(`::add-mask::${token}`);
    const dry = await run(stages, [...deploy, "--dry-run"], pull);
    expect(dry.stdout).toMatch(/^ship +skipped: deploys only on a push to main/m);
    const ready = await run(stages, [...deploy, "--dry-run"], workflow("push", "refs/heads/main"));
    expect(ready.stdout).toMatch(/^ship .*\(deploys after everything else has passed\)$/m);
    expect(ready.stdout).not.toContain(token);
  });
});
