import { describe, expect, it } from "vitest";
import type { EngineAdapter, EngineRequest, Usable, Way } from "../../../src/engine/adapter.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { EnvironmentError } from "../../../src/errors.ts";
import type { EngineChoice } from "../../../src/model/engine.ts";
import { engineRequest } from "../../support/engine-request.ts";

const lost = new EnvironmentError("The image cannot be pulled.", "Allow it.");

/** `<way> <name>` for every question, and `open <name>`. */
const asked: string[] = [];

function adapter(name: string, answers: Partial<Record<Way, string>>, open?: EngineAdapter["open"]): EngineAdapter {
  return {
    ...{ name, about: "", sandbox: false, toHave: `have ${name}`, goRemedy: "" },
    keepsNoTests: () => null,
    setsTimes: false,
    usable: async ({ way }): Promise<Usable> => {
      asked.push(`${way} ${name}`);
      const answer = answers[way];
      return answer === undefined ? { ok: false, reason: null } : { ok: !answer.startsWith("no "), reason: answer };
    },
    open: async (request) => {
      asked.push(`open ${name} ${request.way}`);
      const engine: Engine = Object.create(null);
      return open === undefined ? engine : await open(request);
    },
  };
}

interface Tried {
  readonly engine: string | null;
  readonly choices: readonly EngineChoice[];
  readonly error: unknown;
}

async function attempt(
  adapters: readonly EngineAdapter[],
  over: Partial<EngineRequest> = {},
  engine = "auto",
): Promise<Tried> {
  asked.length = 0;
  const choices: EngineChoice[] = [];
  try {
    const request = engineRequest({ config: { engine }, ...over });
    const opened = await openEngine(adapters, request, (choice) => void choices.push(choice));
    return { engine: opened.adapter.name, choices, error: null };
  } catch (error) {
    return { engine: null, choices, error };
  }
}

describe("an engine that was asked for", () => {
  it("is opened without a question", async () => {
    const tried = await attempt([adapter("a", { named: "x" }), adapter("b", {})], {}, "b");
    expect(tried).toMatchObject({ engine: "b", choices: [{ name: "b", reason: "engine: b", warning: null }] });
    expect(asked).toEqual(["open b null"]);
  });

  it("is never exchanged, and the choice is known when it cannot be had", async () => {
    const tried = await attempt([adapter("a", {}, () => Promise.reject(lost)), adapter("b", { there: "x" })], {}, "a");
    expect(tried).toEqual({ engine: null, choices: [{ name: "a", reason: "engine: a", warning: null }], error: lost });
  });
});

describe("auto", () => {
  it("looks in every engine for one way before it looks for the next", async () => {
    const tried = await attempt([
      adapter("a", { fetched: "a can be downloaded" }),
      adapter("b", { there: "b is here" }),
    ]);
    expect(tried).toMatchObject({ engine: "b", choices: [{ name: "b", reason: "b is here", warning: null }] });
    expect(asked).toEqual(["named a", "named b", "there a", "there b", "open b there"]);
  });

  it("takes the first of several that can be had in the same way", async () => {
    expect(await attempt([adapter("a", { there: "x" }), adapter("b", { there: "y" })])).toMatchObject({ engine: "a" });
    expect(asked).not.toContain("open b there");
  });

  it("goes on with a warning that the reason repeats", async () => {
    const first = adapter("a", { there: "a is here", fetched: "a again" }, () => Promise.reject(lost));
    const tried = await attempt([first, adapter("b", { fetched: "b can be downloaded" })]);
    const why = "a is here, but the a engine cannot be had: The image cannot be pulled";
    expect(tried.engine).toBe("b");
    expect(tried.choices.at(-1)).toEqual({
      name: "b",
      reason: `b can be downloaded; ${why}`,
      warning: `engine: auto takes the b engine (b can be downloaded): ${why}.`,
    });
    expect(asked.filter((line) => line.startsWith("open"))).toEqual(["open a there", "open b fetched"]);
  });

  it("never exchanges what somebody points at", async () => {
    const first = adapter("a", { named: "pointed at" }, () => Promise.reject(lost));
    const tried = await attempt([first, adapter("b", { there: "y" })]);
    expect(tried).toMatchObject({ engine: null, error: lost, choices: [{ reason: "pointed at" }] });
  });

  it("ends with the first error when nothing else is left", async () => {
    const first = adapter("a", { there: "x" }, () => Promise.reject(lost));
    expect(await attempt([first, adapter("b", { there: "no Go" })])).toMatchObject({ engine: null, error: lost });
  });

  it("hides no defect behind another engine", async () => {
    const defect = new Error("a defect");
    const first = adapter("a", { there: "x" }, () => Promise.reject(defect));
    expect(await attempt([first, adapter("b", { there: "y" })])).toMatchObject({ engine: null, error: defect });
  });

  it("says of every engine why it cannot be had, and how it could", async () => {
    const { error } = await attempt([adapter("a", { fetched: "no runtime" }), adapter("b", { there: "no Go" })]);
    expect(error).toEqual(
      new EnvironmentError("Nothing here can execute the stages (a: no runtime; b: no Go).", "Have a, or have b."),
    );
    expect(error).toMatchObject({ remedy: "Have a, or have b." });
  });

  it("lets a cancelled run be cancelled", async () => {
    const abort = new AbortController();
    const first = adapter("a", { there: "x" }, () => {
      abort.abort();
      return Promise.reject(lost);
    });
    const engines = [first, adapter("b", { there: "y" })];
    expect(await attempt(engines, { signal: abort.signal })).toMatchObject({ engine: null, error: lost });
    const before = await attempt(engines, { signal: AbortSignal.abort() });
    expect([before.engine, before.choices]).toEqual([null, []]);
  });
});
