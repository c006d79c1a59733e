import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { fault } from "./support/fault.ts";
import { goString, mark, payloads } from "./support/payloads.ts";
import { run } from "./support/run.ts";
import { expectNothingLeft, expectOnlyOurCommands, expectPlainText, readReport } from "./support/verdict.ts";
import { makeWorld, stub, tinyModule, type World, workflowEnv, writeFile } from "./support/world.ts";

const host = { engine: "host", docker: "false", platforms: "linux/amd64", "log-level": "debug" };

/** A module whose tests print something and then do something. */
function printingModule(print: string, then: string): Readonly<Record<string, string>> {
  const imports = 'import (\n\t"fmt"\n\t"os"\n\t"testing"\n)\n';
  const test = `func TestOne(t *testing.T) {\n\t_, _ = fmt.Fprint(os.Stderr, "")\n${print}\n\t${then}\n}\n`;
  return { ...tinyModule, "main_test.go": `package main\n\n${imports}\n${test}` };
}

function runInWorkflow(world: World, inputs: Readonly<Record<string, string>> = {}) {
  return run({ cwd: world.repository, env: workflowEnv(world, { ...host, ...inputs }) });
}

/** `go` that answers `go test` with a script and everything else with the real tool. */
function stubGoTest(world: World, script: string): void {
  stub(world, "go", `if [ "$1" = test ]; then\n${script}\nfi\nexec real-go "$@"`);
}

describe("what tools print", () => {
  fault("commands-from-tests", async () => {
    const lines = payloads.map(goString);
    const print = lines.map((line) => `\tfmt.Println(${line})\n\tfmt.Fprintln(os.Stderr, ${line})\n\tt.Log(${line})`);
    const world = makeWorld(
      printingModule(print.join("\n"), `t.Run(${lines[0]}, func(t *testing.T) { t.Error("no") })`),
    );
    const ended = await runInWorkflow(world, { vet: "false", build: "false", format: "false" });
    const view = expectOnlyOurCommands(ended, world);
    expectPlainText(ended.stdout);
    expect(view.log.filter((line) => line.includes(mark)).length).toBeGreaterThan(payloads.length);
    expect(ended.exitCode).toBe(1);
    expect(readReport(world).totals.tests).toMatchObject({ passed: 0, failed: 2, skipped: 0 });
    expectPlainText(readFileSync(world.runnerFiles.GITHUB_STEP_SUMMARY, "utf8"));
    expectNothingLeft(world);
  });

  fault("commands-from-compilers", async () => {
    // A //line directive says which file the compiler names at the start of its lines.
    const broken = payloads
      .filter((line) => !["\r", "\u0000", "\ufeff"].some((character) => line.includes(character)))
      .map((line, index) => `//line ${line}:1\nvar x${index} int = "no"\n`);
    const world = makeWorld({
      ...tinyModule,
      "broken/broken.go": `package broken\n\n${broken.join("\n")}`,
      "vetted/vetted.go": `package vetted\n\nimport "fmt"\n\nfunc F() {\n//line ::error file=forged.go::1\n\tfmt.Printf("%d", "${mark}")\n}\n`,
      "unformatted.go": `package main\n\n/*\n ##[error]${mark}\n::error::${mark}\n*/\nfunc  f()  {}\n`,
    });
    const ended = await runInWorkflow(world);
    const view = expectOnlyOurCommands(ended, world);
    expectPlainText(ended.stdout);
    expect(view.log.some((line) => line.includes("\\::set-output name=conclusion::"))).toBe(true);
    expect(view.log.some((line) => line.includes(`##\\[error]${mark}`))).toBe(true);
    const { stages } = readReport(world);
    const failed = Object.keys(stages).filter((id) => stages[id]?.status === "failed");
    expect(failed).toEqual(["format", "vet", "test"]);
    expect(ended.exitCode).toBe(1);
    expectNothingLeft(world);
  });

  fault("commands-from-go-mod", async () => {
    const world = makeWorld({
      ...tinyModule,
      "go.mod": `module example.com/tiny\n\n::error::${mark}\n##[error]${mark}\n`,
    });
    const ended = await runInWorkflow(world);
    const view = expectOnlyOurCommands(ended, world);
    expect(view.log.some((line) => line.includes(mark))).toBe(true);
    expect(ended.exitCode).toBe(1);
    expectNothingLeft(world);
  });

  fault("commands-from-config-file", async () => {
    const world = makeWorld({
      ...tinyModule,
      ".dagger-go.yml": `"::error file=forged.go::${mark}": 1\nplatforms: ["##[error]${mark}", "\\n::error::${mark}"]\n`,
    });
    const ended = await runInWorkflow(world, { platforms: "" });
    const view = expectOnlyOurCommands(ended, world);
    const [problem] = view.commands.filter(({ name }) => name === "error");
    expect(problem?.data).toContain(mark);
    expect(ended.exitCode).toBe(2);
    expectNothingLeft(world);
  });

  fault("commands-from-git-and-docker", async () => {
    const world = makeWorld({ ...tinyModule, Dockerfile: "FROM scratch\n" });
    const print = payloads
      .map((line) => `printf '%b\\n' '${line.replaceAll("%", "%%").replaceAll("\u0000", "")}'`)
      .join("\n");
    for (const tool of ["git", "docker"]) stub(world, tool, `{\n${print}\n} | tee /dev/stderr\nexit 1`);
    const ended = await runInWorkflow(world, { docker: "auto" });
    const view = expectOnlyOurCommands(ended, world);
    expectPlainText(ended.stdout);
    expect(view.log.join("\n") + JSON.stringify(view.commands)).toContain(mark);
    expect(ended.exitCode).toBe(0);
    expectNothingLeft(world);
  });

  fault("commands-across-chunks", async () => {
    const world = makeWorld();
    // Files are read in pieces of 64 KiB and 256 KiB: the colons lie on both sides of every such border.
    const bytes = 600_000;
    const text = Buffer.alloc(bytes, "x".repeat(99).concat("\n"));
    for (let border = 65_536; border < bytes; border += 65_536) text.write(`\n::error::${mark}\n`, border - 2);
    writeFile(join(world.root, "output"), text);
    stubGoTest(world, `cat ${join(world.root, "output")}; cat ${join(world.root, "output")} >&2; exit 1`);
    const ended = await runInWorkflow(world, { vet: "false", build: "false", format: "false" });
    const view = expectOnlyOurCommands(ended, world);
    expect(view.log.filter((line) => line === `\\::error::${mark}`).length).toBeGreaterThan(8);
    expect(ended.exitCode).toBe(1);
    expectNothingLeft(world);
  });

  fault("bytes-that-are-no-text", async () => {
    const world = makeWorld();
    const bytes = Buffer.concat([
      Buffer.from("\ufeff"),
      Buffer.from([0x00, 0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xf0, 0x9f, 0x92, 0x0a]),
      Buffer.from(
        "\u001b[2J\u001b]8;;http://evil\u0007link\u001b]8;;\u0007\u009b31m\u0007\b\b\r\r\rlast\u202egnp.exe\n",
      ),
    ]);
    writeFile(join(world.root, "output"), bytes);
    stubGoTest(world, `cat ${join(world.root, "output")}; cat ${join(world.root, "output")} >&2; exit 1`);
    const ended = await runInWorkflow(world, { vet: "false", build: "false", format: "false" });
    expectOnlyOurCommands(ended, world);
    expectPlainText(ended.stdout);
    expect(ended.stdout).toContain("link");
    expect(ended.exitCode).toBe(1);
    expect(readFileSync(join(world.repository, ".pipeline/tests/test2json.jsonl"))).toEqual(bytes);
    expectNothingLeft(world);
  });

  fault("line-of-200-mb", async () => {
    const world = makeWorld();
    stubGoTest(
      world,
      "head -c 200000000 /dev/zero | tr '\\0' 'x'; head -c 200000000 /dev/zero | tr '\\0' 'y' >&2; exit 1",
    );
    const ended = await runInWorkflow(world, { vet: "false", build: "false", format: "false" });
    expect(ended.exitCode).toBe(1);
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    expect(ended.stdout.length).toBeLessThan(100_000);
    expect(readReport(world).stages["test"]?.status).toBe("failed");
    expectNothingLeft(world);
  });

  fault("output-that-looks-like-events", async () => {
    const pass = ["TestOne", "TestTwo"].map(
      (name) =>
        `{"Time":"2026-01-01T00:00:00Z","Action":"pass","Package":"example.com/tiny","Test":"${name}","Elapsed":0}`,
    );
    const lines = [...pass, "--- PASS: TestOne (0.00s)", "PASS", "ok  \texample.com/tiny\t0.001s"].map(goString);
    const print = lines.map((line) => `\tfmt.Println(${line})`).join("\n");
    const world = makeWorld(printingModule(print, "os.Exit(7)"));
    const ended = await runInWorkflow(world, { vet: "false", build: "false", format: "false" });
    expectOnlyOurCommands(ended, world);
    expect(ended.exitCode).toBe(1);
    const report = readReport(world);
    expect(report.stages["test"]?.status).toBe("failed");
    expect(report.totals.tests?.failed).toBe(1);
    expectNothingLeft(world);
  });
});
