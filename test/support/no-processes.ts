import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, expect } from "vitest";

/** For `npm run test:unit`: a test that starts a process fails there, also when the code under test makes nothing of it. */
const tried: string[] = [];

for (const name of ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"] as const) {
  Object.defineProperty(childProcess, name, {
    value: (program: unknown) => {
      tried.push(`${name} ${String(program)}`);
      throw new Error("`npm run test:unit` starts no processes: vitest.unit.config.ts says which tests it leaves out");
    },
  });
}
syncBuiltinESMExports();

afterEach(() => expect(tried.splice(0), "processes that this test started").toEqual([]));
