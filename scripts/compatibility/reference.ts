import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figures } from "./model.ts";

interface Said {
  readonly stdout: string;
  readonly ok: boolean;
}

/** Go's own answers for one module. Nothing is fetched. */
export async function goFigures(module: string, env: Readonly<Record<string, string>>): Promise<Figures> {
  const dir = await mkdtemp(join(tmpdir(), "compatibility-"));
  try {
    const profile = join(dir, "cover.out");
    const go = (...args: readonly string[]): Promise<Said> => run("go", args, module, env);
    const listed = await go("list", "-m", "-f", "{{.Path}}\t{{.Dir}}");
    const path = pathIn(listed.stdout, module);
    const tested = await go("test", "-json", "-vet=off", `-coverprofile=${profile}`, "./...");
    const covered = await go("tool", "cover", "-func", profile);
    return { path, ...countTests(tested.stdout), coverage: covered.ok ? totalOf(covered.stdout) : null };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** In a workspace `go list -m` names every module; `module` is absolute. */
export function pathIn(listed: string, module: string): string {
  const rows = listed.split("\n").map((row) => row.split("\t"));
  const [only] = rows;
  const own =
    rows.find(([, dir]) => dir === module) ?? (rows.filter((row) => row.length === 2).length === 1 ? only : []);
  return own?.[0] ?? "";
}

/** Passes, failures and skips of tests, subtests included, in what `go test -json` prints. */
export function countTests(text: string): Pick<Figures, "passed" | "failed" | "skipped"> {
  const counts = { pass: 0, fail: 0, skip: 0 };
  for (const line of text.split("\n")) {
    if (!line.startsWith("{")) continue;
    const event: { Action?: string; Test?: string } = JSON.parse(line);
    const action = event.Action;
    if (event.Test !== undefined && (action === "pass" || action === "fail" || action === "skip")) counts[action] += 1;
  }
  return { passed: counts.pass, failed: counts.fail, skipped: counts.skip };
}

/** The last line of `go tool cover -func`: `total: (statements) 83.3%`. */
export function totalOf(text: string): string | null {
  return /^total:\s+\(statements\)\s+(\d+\.\d)%$/m.exec(text)?.[1] ?? null;
}

function run(file: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Said> {
  const options = { cwd, env: { ...process.env, CI: "true", ...env, GOPROXY: "off" }, maxBuffer: 1024 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(file, [...args], options, (error, stdout) => resolve({ stdout, ok: error === null }));
  });
}
