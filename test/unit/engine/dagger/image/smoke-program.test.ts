import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { texts } from "../../../../../src/engine/dagger/image/smoke/texts.ts";
import { slowness } from "../../../../support/pace.ts";

const scratch = mkdtempSync(join(tmpdir(), "smoke-"));
const program = join(scratch, "program");
let requests = 0;

beforeAll(() => {
  if (process.platform !== "linux") return;
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(scratch, name), text);
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "" };
  execFileSync("go", ["build", "-o", program, "main.go", "probe.go"], { cwd: scratch, env });
  expect(execFileSync("gofmt", ["-l", "main.go", "probe.go"], { cwd: scratch, encoding: "utf8" })).toBe("");
  execFileSync("go", ["vet", "main.go", "probe.go"], { cwd: scratch, env });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function watch(request: Record<string, unknown>): Promise<Record<string, unknown>> {
  const file = join(scratch, `request-${requests++}.json`);
  writeFileSync(file, JSON.stringify({ LimitMs: 600_000, SettleMs: 300, ...request }));
  const env = { ...process.env, OTEL_TRACES_EXPORTER: "otlp", TRACEPARENT: "1" };
  const { stdout } = await promisify(execFile)(program, [file], { env });
  return JSON.parse(stdout);
}

/** A service of this process, which is there before anybody asks; the program only looks at the port. */
async function serviceHere(host: string, status: number): Promise<{ readonly port: number; close(): void }> {
  const server = createHttpServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { port: address.port, close: () => server.close() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

const serve = (port: number): readonly string[] => [
  process.execPath,
  "-e",
  `require("http").createServer((q, r) => { console.log(q.method, q.url); r.writeHead(204).end(); }).listen(${port}, "0.0.0.0")`,
];

describe.runIf(process.platform === "linux").concurrent("the smoke program", () => {
  it("sees how a command ends and what it prints", async () => {
    const seen = await watch({ Command: ["sh", "-c", "env; echo err >&2; exit 3"], ToTheEnd: true });
    expect(seen).toMatchObject({ startError: null, running: false, exitCode: 3, probe: null, health: null });
    expect(seen["output"]).toMatch(/PATH=.*\n(?:.*\n)*err\n$/);
    expect(seen["output"]).not.toMatch(/OTEL|TRACEPARENT/);
  });

  it("counts signals as shells do", async () => {
    expect(await watch({ Command: ["sh", "-c", "kill -SEGV $$"], ToTheEnd: true })).toMatchObject({
      running: false,
      exitCode: 139,
    });
  });

  it("says why a program cannot start", async () => {
    expect(await watch({ Command: ["/nowhere/app"] })).toMatchObject({
      startError: "exec /nowhere/app: no such file or directory",
      running: false,
      exitCode: null,
    });
    writeFileSync(join(scratch, "text"), "no program", { mode: 0o755 });
    expect(await watch({ Command: [join(scratch, "text")] })).toMatchObject({
      startError: `exec ${join(scratch, "text")}: exec format error`,
    });
  });

  it("is content with a program that stays up for a while", async () => {
    const seen = await watch({ Command: ["sleep", "3000"] });
    expect(seen).toMatchObject({ running: true, exitCode: null, stubborn: false });
    expect(seen["observedMs"]).toBeGreaterThanOrEqual(300);
  });

  it("ends one that ignores SIGTERM", async () => {
    const Command = ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"];
    expect(await watch({ Command, Pattern: "^ready" })).toMatchObject({
      running: true,
      stubborn: true,
    });
  });

  it("asks a service until it answers as it should", async () => {
    const port = await freePort();
    const seen = await watch({
      Command: ["sh", "-c", `sleep 0.5; exec "$@"`, "sh", ...serve(port)],
      ...{ Port: port, HTTP: true, Path: "/healthz", Statuses: [[200, 299]] },
    });
    expect(seen).toMatchObject({ running: true, probe: { answered: true, status: 204, error: null } });
    expect(seen["output"]).toBe("GET /healthz\n");
  });

  it("tells a wrong status from no answer", async () => {
    const wrong = await serviceHere("0.0.0.0", 500);
    const http = {
      Command: ["sleep", "30"],
      HTTP: true,
      Path: "/",
      Statuses: [[200, 399]],
      LimitMs: Math.round(1_500 * slowness()),
    };
    expect(await watch({ ...http, Port: wrong.port })).toMatchObject({ probe: { answered: false, status: 500 } });
    wrong.close();
    expect(await watch({ ...http, Port: await freePort() })).toMatchObject({
      probe: { answered: false, status: null, error: "connection refused" },
    });
  });

  it("does not take a service that listens on localhost alone", async () => {
    const local = await serviceHere("127.0.0.1", 200);
    const seen = await watch({ Command: ["sleep", "30"], Port: local.port, LimitMs: 1_500 });
    local.close();
    expect(seen).toMatchObject({ running: true, probe: { answered: false } });
  });

  it("waits for a health check to succeed and for output to appear", async () => {
    const marker = join(scratch, "healthy");
    const seen = await watch({
      Command: ["sh", "-c", `sleep 0.5; touch ${marker}; echo ready; sleep 3000`],
      Health: ["sh", "-c", `test -e ${marker} || { echo not yet; exit 1; }`],
      Pattern: "^rea[d]y",
    });
    expect(seen).toMatchObject({ running: true, health: { status: "healthy" }, output: "ready\n" });
    const never = await watch({
      Command: ["sleep", "3000"],
      Health: ["sh", "-c", "echo sick; exit 1"],
      LimitMs: Math.round(3_000 * slowness()),
    });
    expect(never).toMatchObject({ running: true, health: { status: "starting", output: "sick\n" } });
  });

  it("keeps the end of a large output", async () => {
    const seen = await watch({
      Command: ["sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x; echo end"],
      ToTheEnd: true,
    });
    expect(String(seen["output"]).length).toBe(32_768);
    expect(seen["output"]).toMatch(/xend\n$/);
  });
});
