import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { type RunnerLab, runnerLab } from "../support/runner.ts";

let service: CacheService;
let lab: RunnerLab;
beforeAll(() => {
  lab = runnerLab();
});
afterAll(() => lab.dispose());
beforeEach(async () => {
  service = await startCacheService();
});
afterEach(() => service.close());

/** Lines of the log that speak of caches, with sizes and times left out. */
function told(stdout: string): readonly string[] {
  const lines = stdout.split("\n").filter((line) => line.startsWith("caches: "));
  return lines.map((line) =>
    line.replaceAll(/\d+(\.\d+)? (B|KiB|MiB|ms|s)\b/g, "N").replaceAll(/go-pipeline-1-\S+/g, "KEY)"),
  );
}

const ownPackages = ["example.com/tool", "example.com/tool/lib"];

it("saves what was compiled, restores it on a new runner, and compiles only what has changed", async () => {
  const first = await lab.run(service.envV2);
  expect(first.exitCode, first.stdout).toBe(0);
  expect(told(first.stdout)).toEqual([
    "caches: nothing restored: no cache of an earlier run fits",
    "caches: saved N in N (KEY)",
  ]);
  expect(first.compiled).toEqual(expect.arrayContaining(["compile example.com/dep", "compile strconv"]));
  expect(first.outputs).toMatch(/cache-hit<<(\S+)\nfalse\n/);
  expect(first.report.cache).toMatchObject({ hit: false, key: null, saved: true });
  expect(service.archives().map(({ key }) => key)).toEqual([first.report.cache?.savedKey]);

  const second = await lab.run(service.envV2);
  expect(second.exitCode).toBe(0);
  expect(told(second.stdout)[0]).toBe("caches: restored N in N (KEY)");
  // Go may note the times of files anew.
  expect(told(second.stdout)[1]).toMatch(/^caches: not saved: (nothing new was compiled|only N of N are new)$/);
  // Binaries and test binaries are linked again; nothing else is left to do.
  expect(second.compiled.filter((line) => /^(asm|compile|cover|vet) /.test(line))).toEqual([]);
  expect(second.outputs).toMatch(/cache-hit<<(\S+)\ntrue\n/);
  expect(second.report.cache).toMatchObject({ hit: true, key: first.report.cache?.savedKey, saved: false });

  lab.write("lib/lib.go", "package lib\n\nfunc Two() int { return 1 + 1 }\n");
  const third = await lab.run(service.envV2);
  expect(third.exitCode).toBe(0);
  const packages = third.compiled.filter((line) => line.startsWith("compile ")).map((line) => line.split(" ")[1]);
  expect(packages.filter((name) => !ownPackages.includes(name ?? ""))).toEqual(["example.com/tool/lib.test"]);
  expect(third.report.cache).toMatchObject({ hit: true, saved: false });
  expect(third.report.cache?.notes[0]).toMatch(/^not saved: only \S+ \S+ of \S+ MiB are new$/);
  expect(service.archives()).toHaveLength(1);
});
