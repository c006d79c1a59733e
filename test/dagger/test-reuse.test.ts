import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CloneLab, type CloneOptions, cloneLab, type LabEngine } from "../support/fresh-clones.ts";
import { expectExactReuse, facts, ranIn, writeReaders } from "../support/reading-tests.ts";
import { pathWithoutGo } from "./support/machine.ts";
import { image } from "./support/repositories.ts";

/** Volumes of caches belong to a repository. What decides in `all` is Go's own flag. */
function engine(): LabEngine {
  const scope = `octo/reuse-${randomUUID()}`;
  const env = { PATH: pathWithoutGo(), RUNNER_ENVIRONMENT: "self-hosted", GOFLAGS: "" };
  return {
    flags: ["--engine=dagger", `--go-image=${image}`],
    env: (all) => ({
      ...env,
      GITHUB_REPOSITORY: all ? `${scope}-all` : scope,
      ...(all ? { GOFLAGS: "-count=1" } : {}),
    }),
  };
}

let lab: CloneLab;
beforeAll(() => {
  lab = cloneLab(engine());
  writeReaders(lab);
});
afterAll(() => lab.dispose());

describe("fresh clones on an engine that stays", () => {
  it("run exactly the tests that an edit concerns, with the result of a run of all", async () => {
    await expectExactReuse(lab);
  });

  const data: CloneOptions = { flags: ["--packages=./data"] };
  const main = { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" };

  it("run all on the default branch, for pull requests to reuse", async () => {
    await lab.run(data);
    const full = await lab.run({ ...data, env: main });
    expect(full.report.testReuse).toMatchObject({ mode: "full", packages: 1, reused: 0 });
    expect(ranIn(full)).toEqual(["data"]);
    lab.write("unrelated.txt", "1");
    lab.commit();
    const reused = await lab.run(data);
    expect(reused.report.testReuse).toMatchObject({ mode: "reuse", packages: 1, reused: 1 });
    expect(facts(reused)).toEqual(facts(full));
  });

  it("take no result that is older than it may be, neither Go's nor the engine's", async () => {
    const old = { flags: [...(data.flags ?? []), "--test-reuse-max-age=1ms"] };
    expect(ranIn(await lab.run(old))).toEqual(["data"]);
    expect(ranIn(await lab.run(old))).toEqual(["data"]);
    expect(ranIn(await lab.run(data))).toEqual([]);
  });
});
