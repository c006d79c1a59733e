import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { subjectsOf } from "../../../src/artifacts/subjects.ts";
import { declareSubjects } from "../../../src/platform/github-subjects.ts";
import type { Subject } from "../../../src/platform/platform.ts";
import { failingTests, green, imageRun } from "../report/reports.ts";

const dir = mkdtempSync(join(tmpdir(), "subjects-"));
afterAll(() => rmSync(dir, { recursive: true }));
let count = 0;

const digest = `sha256:${"a".repeat(64)}`;
const other = `sha256:${"b".repeat(64)}`;

function binary(name: string, over: Partial<Subject> = {}): Subject {
  return { name, digest, path: `/repo/.pipeline/bin/${name}`, ...over };
}

/** What the file holds afterwards, and what was said. */
async function declared(subjects: readonly Subject[], list?: string): Promise<readonly [string, readonly string[]]> {
  const file = join(dir, `artifacts-${count++}`);
  writeFileSync(file, "# from before\n");
  const known = join(dir, `list-${count}`);
  if (list !== undefined) writeFileSync(known, list);
  const said = await declareSubjects(subjects, { GITHUB_ARTIFACTS: file, GITHUB_ARTIFACTS_LIST: known });
  return [readFileSync(file, "utf8").replace("# from before\n", ""), said];
}

const listOf = (...subjects: readonly { name: string; digest: string }[]): string =>
  JSON.stringify({ version: 1, subjects: subjects.map((subject) => ({ ...subject, kind: "file" })) });

describe("what was built, as the runner is told", () => {
  it("is a line per file and image", async () => {
    const image = { name: "registry.example.com/acme/greeter", digest, path: null };
    expect(await declared([binary("greeter"), image])).toEqual([
      `file:///repo/.pipeline/bin/greeter\noci://registry.example.com/acme/greeter@${digest}\n`,
      [],
    ]);
  });

  it("is nothing where the runner does not ask", async () => {
    expect(await declareSubjects([binary("greeter")], {})).toEqual([]);
    expect(await declared([])).toEqual(["", []]);
  });

  it.each(["a=b", "a\nb", "a\rb", "a ", "a\u2028b"])("leaves out %j, which would fail the step", async (name) => {
    const [text, said] = await declared([binary(name), binary("fine")]);
    expect(text).toBe("file:///repo/.pipeline/bin/fine\n");
    expect(said).toEqual([
      `Not declared for attestations: the place of ${name} has a character that the runner does not take.`,
    ]);
  });

  it("leaves out a name that an earlier step gave to something else, and what is declared already", async () => {
    const list = listOf({ name: "one", digest: other }, { name: "two", digest });
    expect(await declared([binary("one"), binary("two"), binary("three")], list)).toEqual([
      "file:///repo/.pipeline/bin/three\n",
      ["Not declared for attestations: one is the name of something else that this job has built."],
    ]);
    expect((await declared([binary("one"), binary("one", { digest: other })]))[1]).toHaveLength(1);
  });

  it("leaves out what is more than a job may declare", async () => {
    const list = listOf(...Array.from({ length: 499 }, (_, index) => ({ name: `n${index}`, digest })));
    const [text, said] = await declared([binary("one"), binary("two")], list);
    expect(text).toBe("file:///repo/.pipeline/bin/one\n");
    expect(said).toEqual(["Not declared for attestations: two is one more than the 500 of a job."]);
  });

  it.each(["", "no JSON", "{}"])("takes a list that says nothing (%j) for an empty one", async (list) => {
    expect((await declared([binary("one")], list))[0]).toBe("file:///repo/.pipeline/bin/one\n");
  });
});

describe("what there is to declare", () => {
  it("are the binaries by their absolute paths", () => {
    expect(subjectsOf(green, "/repo")[0]).toEqual({
      name: "greeter-linux-amd64",
      digest: `sha256:${green.artifacts[0]?.sha256}`,
      path: "/repo/.pipeline/bin/greeter-linux-amd64",
    });
  });

  it("is the image at its registry, without tags, once", () => {
    const name = "registry.example.com/acme/greeter";
    expect(subjectsOf(imageRun, "/repo")).toEqual([{ name, digest: imageRun.image?.digest, path: null }]);
    const { image } = imageRun;
    if (image === null) throw new Error("it has one");
    const named = (tags: readonly string[]) =>
      subjectsOf({ ...imageRun, image: { ...image, tags } }, "/").map((one) => one.name);
    expect(named(["localhost:5000/app", "localhost:5000/app:v1"])).toEqual(["localhost:5000/app"]);
    expect(subjectsOf({ ...imageRun, image: { ...image, digest: image.configDigest } }, "/repo")).toEqual([]);
    expect(subjectsOf({ ...imageRun, image: { ...image, digest: null } }, "/repo")).toEqual([]);
  });

  it("is nothing of a run that failed", () => {
    expect(subjectsOf({ ...failingTests, artifacts: green.artifacts }, "/repo")).toEqual([]);
  });
});
