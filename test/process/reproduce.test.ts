import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const names = ["a b/c", "x|y(z)[", "it's", "", "$HOME"];
const broken = 'if os.Getenv("MODE") == "very strict" && os.Getenv("HOST") == "db" && testing.Short()';
const files = {
  "services/m/go.mod": "module example.com/m\n\ngo 1.22\n",
  "services/m/m.go": "package m\n",
  "services/m/m_test.go": [
    'package m\n\nimport (\n\t"os"\n\t"testing"\n)\n',
    "func TestOdd(t *testing.T) {",
    `\tfor _, name := range ${JSON.stringify(names).replace("[", "[]string{").replace(/\]$/, "}")} {`,
    `\t\tt.Run(name, func(t *testing.T) {\n\t\t\t${broken} {\n\t\t\t\tt.Error("no")\n\t\t\t}\n\t\t})\n\t}\n}\n`,
  ].join("\n"),
};

const run = async (root: string, args: readonly string[], env: Record<string, string> = {}) => {
  const flags = ["--engine=host", "--docker=false", "--platforms=linux/amd64", "--cache=false", ...args];
  const { exitCode } = await runAction(root, flags, cleanEnv(env));
  return { exitCode, report: JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8")) };
};

/** As somebody does who pastes it at the root of the repository. */
const paste = (root: string, command: string, env: Record<string, string> = {}) =>
  spawnSync("sh", ["-c", command], { cwd: root, env: cleanEnv(env), encoding: "utf8" });

describe("the command of a failure", () => {
  it("runs just that test with what decided, and passes once it is mended", async () => {
    const root = repository(files);
    const args = ["--working-directory=services/m", "--output-directory=../../.pipeline", "--test-flags=-short"];
    const { exitCode, report } = await run(root, [...args, "--test-env=MODE=very strict", "--test-env=HOST"], {
      HOST: "db",
    });
    expect(exitCode).toBe(1);
    const failures: readonly { name: string; command: string }[] = report.totals.tests.packages[0].failures;
    expect(failures).toHaveLength(names.length);
    for (const { name, command } of failures) {
      const again = paste(root, command, { HOST: "db" });
      expect([again.status, again.stdout.match(/--- FAIL: .*\/.* \(/g)]).toEqual([1, [`--- FAIL: ${name} (`]]);
    }
    const mended = paste(root, failures[1]?.command ?? "", { HOST: "other" });
    expect([mended.status, mended.stdout]).toEqual([0, expect.not.stringContaining("no tests to run")]);
    const stage: { command: string } = report.stages.find(({ id }: { id: string }) => id === "test");
    expect(paste(root, stage.command, { HOST: "db" }).status).toBe(1);
    expect(paste(root, stage.command).status).toBe(0);
    expect(stage.command).not.toContain("db");
  }, 600_000);

  it("is none for a threshold: the packages that lack coverage are named", async () => {
    const root = repository({
      "go.mod": "module example.com/m\n\ngo 1.22\n",
      "m.go": "package m\n\nfunc F() int { return 1 }\n",
      "m_test.go": 'package m\n\nimport "testing"\n\nfunc TestF(t *testing.T) { F() }\n',
      "bare/b.go": "package bare\n\nfunc G() int { return 1 }\n",
    });
    const { exitCode, report } = await run(root, ["--coverage-threshold=90"]);
    const stage = report.stages.find(({ id }: { id: string }) => id === "test");
    expect([exitCode, stage.status, stage.command]).toEqual([1, "failed", ""]);
    expect(stage.reason).toContain("least covered: example.com/m/bare 0.0% (0 of 1)");
  });
});

describe("files that are handed over", () => {
  it("hide what secret-looking variables hold, and nothing else", async () => {
    const token = "tok-4815162342-abc";
    const print = 'fmt.Println(os.Getenv("MY_TOKEN"), os.Getenv("my_secret"), os.Getenv("DB_PASSWORD"))';
    const body = `t.Log(os.Getenv("MY_TOKEN"))\n\t${print}\n\tt.Error(os.Getenv("MY_TOKEN"))`;
    const root = repository({
      "go.mod": "module example.com/m\n\ngo 1.22\n",
      "m.go": `package m\n\n// F holds ${token}, as it should not.\nfunc F() int { return 1 }\n`,
      "m_test.go": `package m\n\nimport (\n\t"fmt"\n\t"os"\n\t"testing"\n)\n\nfunc TestF(t *testing.T) {\n\tF()\n\t${body}\n}\n`,
    });
    const env = { MY_TOKEN: token, DB_PASSWORD: "postgres", TEST_KEY: "1" };
    const { report } = await run(root, ["--test-env=my_secret=s3cret-of-the-tests"], env);
    const out = join(root, ".pipeline");
    const written = readdirSync(out, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(json|jsonl|md|xml|log|out|html)$/.test(path))
      .map((path) => [path, readFileSync(join(out, path), "utf8")] as const);
    expect(written.length).toBeGreaterThan(8);
    for (const [path, text] of written) {
      expect([path, text.includes(token), text.includes("s3cret-of-the-tests")]).toEqual([path, false, false]);
    }
    const [failure] = report.totals.tests.packages[0].failures;
    expect(failure.output).toContain("*** *** postgres");
    expect(report.totals.tests.packages[0]).toMatchObject({ failed: 1, durationMs: expect.any(Number) });
    expect(failure.command).toContain('my_secret="$my_secret"');
  });
});
