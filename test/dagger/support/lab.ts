import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { createSecretStore } from "../../../src/engine/dagger/credentials.ts";
import { createGoContainer, type GoContainer } from "../../../src/engine/dagger/go-container.ts";
import { defaultLimits } from "../../../src/engine/dagger/limits.ts";
import { openSession, type Session } from "../../../src/engine/dagger/session.ts";
import { pathWithoutGo } from "./machine.ts";
import { cacheScope, image } from "./repositories.ts";

const fixtureSource = resolve(import.meta.dirname, "../../image/testdata/fixture/main.go");

/** A session with the engine, for a file of tests. */
export interface Lab {
  readonly session: Session;
  readonly go: GoContainer;
  /** Absolute; goes with the lab. */
  readonly dir: string;
  /** Static executable of the fixture, made in the engine. */
  readonly fixture: string;
}

/** Opens a session before the tests of a file and ends it afterwards. */
export function lab(): () => Lab {
  let opened: Lab | null = null;
  beforeAll(async () => {
    opened = await openLab();
  });
  afterAll(async () => {
    if (opened === null) return;
    await opened.session.close(15_000);
    rmSync(opened.dir, { recursive: true, force: true });
  });
  return () => {
    if (opened === null) throw new Error("the lab is open while tests run");
    return opened;
  };
}

async function openLab(): Promise<Lab> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "dagger-lab-")));
  const cwd = join(dir, "session");
  mkdirSync(cwd);
  const session = await openSession({
    env: { ...process.env, PATH: pathWithoutGo() },
    runnerHost: null,
    cloudToken: null,
    cwd,
    limitMs: 300_000,
    signal: new AbortController().signal,
    mask: () => undefined,
    log: () => undefined,
  });
  const { client } = session;
  const go = createGoContainer({
    session,
    tempDir: dir,
    secrets: createSecretStore(client, dir),
    image,
    cacheScope,
    variables: { plain: {}, secret: {} },
    testEnv: [],
    logins: { files: [], variables: {} },
    source: async () => client.directory(),
    limits: defaultLimits,
  });
  const fixture = join(dir, "fixture");
  await go
    .program({ "main.go": readFileSync(fixtureSource, "utf8") })
    .file("program")
    .export(fixture);
  return { session, go, dir, fixture };
}
