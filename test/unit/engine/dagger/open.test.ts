import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Expectation, Way } from "../../../../src/engine/adapter.ts";
import { type Opening, openDagger } from "../../../../src/engine/dagger/open.ts";
import type { Session, SessionOptions } from "../../../../src/engine/dagger/session.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import { engineRequest } from "../../../support/engine-request.ts";

const session: Session = {
  client: Object.create(null),
  sdk: Object.create(null),
  keepsState: false,
  namedSecret: async () => Object.create(null),
  id: "1",
  engineVersion: "0.21.8",
  lost: new Promise(() => undefined),
  traceUrl: () => null,
  close: async () => undefined,
};

interface Opened {
  readonly options: SessionOptions;
  readonly expected: readonly Expectation[];
  readonly logged: readonly string[];
}

async function open(
  way: Way | null,
  env: Record<string, string> = {},
  opening: Partial<Opening> = {},
): Promise<Opened> {
  const seen: SessionOptions[] = [];
  const expected: Expectation[] = [];
  const logged: string[] = [];
  const request = engineRequest({
    env,
    log: (line) => void logged.push(line),
    expected: (one) => void expected.push(one),
  });
  const take = async (options: SessionOptions): Promise<Session> => {
    seen.push(options);
    return session;
  };
  const engine = await openDagger({ ...request, way }, { open: take, autoLimitMs: 5_000, ...opening });
  const [options] = seen;
  if (options === undefined) throw new Error("no session was opened");
  expect(existsSync(options.cwd)).toBe(true);
  await engine.close();
  expect([engine.name, existsSync(options.cwd)]).toEqual(["dagger", false]);
  return { options, expected, logged };
}

describe("opening the dagger engine", () => {
  it.each([
    ["there", {}, 5_000],
    ["fetched", {}, 300_000],
    [null, {}, 300_000],
    [null, { _EXPERIMENTAL_DAGGER_RUNNER_HOST: "tcp://e:1" }, 60_000],
    ["named", { DAGGER_SESSION_PORT: "1" }, 60_000],
    ["named", { DAGGER_CLOUD_ENGINE: "true" }, 300_000],
  ] as const)("waits as long as it may take: %s %o", async (way, env, limitMs) => {
    expect((await open(way, env)).options).toMatchObject({ cloudToken: "cloud", runnerHost: null, limitMs });
  });

  it("says what is downloaded where nothing of it is here", async () => {
    const line =
      "engine: auto downloads the Dagger CLI 0.21.8, registry.dagger.io/engine:v0.21.8 and docker.io/library/golang:1, unless they are here";
    expect((await open("fetched")).logged).toEqual([line]);
    expect((await open("there")).logged).toEqual([]);
  });

  it("tells early whose caches are needed, where the engine begins with none", async () => {
    const hosted = { RUNNER_ENVIRONMENT: "github-hosted" };
    const image = { engine: "dagger", os: "linux", toolchain: "docker.io/library/golang:1", image: "" };
    expect((await open(null, hosted)).expected).toEqual([image]);
    expect((await open(null, { ...hosted, DAGGER_SESSION_PORT: "1" })).expected).toEqual([]);
    expect((await open(null)).expected).toEqual([]);
  });

  it("leaves no directory behind when there is no engine", async () => {
    let cwd = "";
    const refuse: Opening["open"] = async (options) => {
      cwd = options.cwd;
      throw new EnvironmentError("no engine", "remedy");
    };
    await expect(open(null, {}, { open: refuse })).rejects.toThrow("no engine");
    expect([cwd === "", existsSync(cwd)]).toEqual([false, false]);
  });

  it("does not wait longer than its limit where another engine may be taken", async () => {
    const never: Opening["open"] = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new EnvironmentError("stopped", "")));
      });
    const late = open("there", {}, { open: never, autoLimitMs: 100 });
    await expect(late).rejects.toThrow("The Dagger engine was not there within 0.1 s.");
  });
});
