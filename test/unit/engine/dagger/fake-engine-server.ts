import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";

export interface FakeStep {
  readonly exitCode: number;
  readonly stdout?: string;
  /** Result files by path. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface FakeEngine {
  readonly env: Readonly<Record<string, string>>;
  /** Every query, in order. */
  readonly queries: string[];
  /** Values that came beside a query, as JSON. */
  readonly variables: string[];
  /** What the next steps do; the last entry counts for all that follow. */
  steps: readonly FakeStep[];
  /** What the container of an inspection says of itself. */
  machine: { readonly processors: number; readonly warm: boolean };
  /** Id of the session that the next results come from; null: the one that asks. */
  madeBy: (string | null)[];
  /** Whether secrets are taken; if not, the error quotes them. */
  namesSecrets: boolean;
  /** What is wrong with a query, in the engine's words; null: nothing. */
  refuses: (query: string) => string | null;
  /** Queries that get no answer. */
  holds: (query: string) => boolean;
  /** Answers what was held. */
  release(): void;
  close(): void;
}

/**
 * A GraphQL endpoint that records what it is asked, answers everything with one id, and for an export writes what `step.sh` or `inspect.sh` would have written.
 */
export async function startFakeEngine(): Promise<FakeEngine> {
  const queries: string[] = [];
  const variables: string[] = [];
  const held: (() => void)[] = [];
  let exports = 0;
  let session = "";
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      const { query, variables: beside } = JSON.parse(body) as { query: string; variables?: unknown };
      if (beside !== undefined) variables.push(JSON.stringify(beside));
      if (request.headers.authorization !== `Basic ${Buffer.from("secret-token:").toString("base64")}`) {
        response.writeHead(401).end();
        return;
      }
      if (query.trim() !== "{version}" && !/^\{\s*version\s*\}$/.test(query.trim())) queries.push(query);
      const path = /export \(path: "([^"]+)"\)/.exec(query)?.[1];
      session = /withVolatileVariable \(name: "PIPELINE_SESSION",value: "([^"]+)"\)/.exec(query)?.[1] ?? session;
      if (path !== undefined) {
        const step = engine.steps[Math.min(exports, engine.steps.length - 1)] ?? { exitCode: 0 };
        writeResults(path, engine.madeBy[exports] ?? session, { step, machine: engine.machine });
        exports += 1;
      }
      response.setHeader("content-type", "application/json");
      const data = query.includes("version") ? { version: "v0.21.8" } : { answer: "an-id" };
      const message = engine.refuses(query);
      const refusal = { errors: [{ message, path: ["container", "from"] }], data: null };
      const named = engine.namesSecrets
        ? { data: { setSecret: { id: "secret-id" } } }
        : { errors: [{ message: `no: ${JSON.stringify(beside)}` }] };
      const said = query.includes("setSecret") ? named : { data };
      const text = JSON.stringify(message === null ? said : refusal);
      const answer = (): unknown => response.end(text);
      if (engine.holds(query)) held.push(answer);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const engine: FakeEngine = {
    env: { DAGGER_SESSION_PORT: String(address.port), DAGGER_SESSION_TOKEN: "secret-token" },
    queries,
    variables,
    namesSecrets: true,
    steps: [],
    machine: { processors: 3, warm: false },
    madeBy: [],
    refuses: () => null,
    holds: () => false,
    release: () => {
      for (const answer of held.splice(0)) answer();
    },
    close: () => server.close().closeAllConnections(),
  };
  return engine;
}

interface Said extends Pick<FakeEngine, "machine"> {
  readonly step: FakeStep;
}

/** As many answers as there are questions, all of them the same. */
function writeResults(out: string, session: string, { step, machine }: Said): void {
  const questions = join(dirname(out), "spec", "questions");
  if (!existsSync(questions)) {
    writeStep(out, session, step);
    return;
  }
  for (const question of readdirSync(questions)) writeStep(join(out, question), session, step);
  writeFileSync(join(out, "processors"), `${machine.processors}\n`);
  writeFileSync(join(out, "warm"), machine.warm ? "yes\n" : "no\n");
}

function writeStep(dir: string, session: string, step: FakeStep): void {
  mkdirSync(join(dir, "result"), { recursive: true });
  const files: Record<string, string> = {
    session,
    status: "exited",
    start: "100.00",
    end: "101.50",
    made: `${Math.floor(Date.now() / 1_000)}`,
    "0.start": "100.00",
    "0.end": "101.25",
    "0.leader": "7",
    "0.code": String(step.exitCode),
    "0.stdout": step.stdout ?? "",
    "0.stderr": "",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  for (const [name, text] of Object.entries(step.files ?? {})) {
    mkdirSync(dirname(join(dir, "result", name)), { recursive: true });
    writeFileSync(join(dir, "result", name), text);
  }
}
