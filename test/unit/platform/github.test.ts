import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runProcess } from "../../../src/engine/process.ts";
import { createGithubPlatform } from "../../../src/platform/github.ts";
import { createOutput } from "../../../src/platform/output.ts";
import type { CiPlatform } from "../../../src/platform/platform.ts";

const output = createOutput(process.stdout);
let directory: string;
let printed: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "github-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk, encodingOrDone, done) => {
    printed += String(chunk);
    const taken = typeof encodingOrDone === "function" ? encodingOrDone : done;
    taken?.();
    return true;
  });
  for (const name of ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"]) {
    writeFileSync(join(directory, name), "");
    vi.stubEnv(name, join(directory, name));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true, force: true });
});

function create(extra: Readonly<Record<string, string>> = {}, inputNames: readonly string[] = []): Promise<CiPlatform> {
  return createGithubPlatform({ env: { ...process.env, ...extra }, inputNames, output, run: runProcess });
}

/** What was printed, with the random stop tokens numbered. */
function lines(): string[] {
  const tokens = [...printed.matchAll(/^::stop-commands::([0-9a-f]{32})$/gm)].map((match) => match[1] ?? "");
  const numbered = tokens.reduce((text, token, i) => text.replaceAll(token, `TOKEN${i + 1}`), printed);
  return numbered.split(/\r?\n/).slice(0, -1);
}

test("reads the inputs by the runner's names and leaves out the empty ones", async () => {
  const env = { "INPUT_GO-VERSION": " 1.25 ", INPUT_PLATFORMS: "linux/amd64\nlinux/arm64\n", INPUT_RACE: "" };
  const platform = await create(env, ["go-version", "platforms", "race", "test"]);
  expect(platform.inputs()).toEqual({ "go-version": "1.25", platforms: "linux/amd64\nlinux/arm64" });
});

test("text of others is written while commands are stopped, in a folded group or an open one", async () => {
  const platform = await create();
  await platform.group("test", ["::error::forged", "ok"], false);
  await platform.group("vet 1%", ["::set-output name=a::b"], true);
  expect(lines()).toEqual([
    "::group::test",
    "::stop-commands::TOKEN1",
    "::error::forged",
    "ok",
    "::TOKEN1::",
    "::endgroup::",
    "::stop-commands::TOKEN2",
    "vet 1%",
    "::set-output name=a::b",
    "::TOKEN2::",
  ]);
});

test("lines of the log are no annotations by the matcher of setup-go, our annotations stay as they are", async () => {
  const platform = await create();
  const problem = "main.go:12:3: undefined: x";
  platform.log(problem);
  await platform.group(problem, [problem], true);
  platform.annotate({ level: "error", title: "vet", message: problem, path: "main.go", line: 12, column: 3 });
  const shown = lines().filter((line) => line.includes("undefined"));
  expect(shown).toEqual([
    ...Array.from({ length: 3 }, () => "main.go:12:3:\u00a0undefined: x"),
    `::error title=vet,file=main.go,line=12,col=3::${problem}`,
  ]);
});

test("commands and lines wait for the end of a group; masks do not", async () => {
  const platform = await create();
  async function* slow(): AsyncGenerator<string> {
    yield "first";
    platform.warning("held");
    platform.log("held line");
    platform.mask("s3cret");
    yield "second";
  }
  const both = [platform.group("one", slow(), false), platform.group("two", ["third"], false)];
  await Promise.all(both);
  expect(lines()).toEqual([
    "::group::one",
    "::stop-commands::TOKEN1",
    "first",
    "::TOKEN1::",
    "::add-mask::czNjcmV0",
    "::add-mask::s3cret",
    "::stop-commands::TOKEN2",
    "second",
    "::TOKEN2::",
    "::endgroup::",
    "::warning::held",
    "held line",
    "::group::two",
    "::stop-commands::TOKEN3",
    "third",
    "::TOKEN3::",
    "::endgroup::",
  ]);
});

test("a group whose lines fail is closed, and the next one is written", async () => {
  const platform = await create();
  function* failing(): Generator<string> {
    yield "before";
    throw new Error("log file is gone");
  }
  const first = platform.group("one", failing(), false);
  const second = platform.group("two", [], false);
  await expect(first).rejects.toThrow("log file is gone");
  await second;
  await platform.flush();
  expect(lines()).toEqual([
    "::group::one",
    "::stop-commands::TOKEN1",
    "before",
    "::TOKEN1::",
    "::endgroup::",
    "::group::two",
    "::stop-commands::TOKEN2",
    "::TOKEN2::",
    "::endgroup::",
  ]);
});

test("annotations carry their position and are escaped", async () => {
  const platform = await create();
  platform.annotate({
    level: "error",
    title: "vet, 100%",
    message: "line one\nline two",
    path: "a:b.go",
    line: 3,
    column: 5,
  });
  platform.annotate({ level: "notice", title: "deps", message: "m", path: null, line: null, column: null });
  platform.error("broken");
  platform.notice("note");
  expect(lines()).toEqual([
    "::error title=vet%2C 100%25,file=a%3Ab.go,line=3,col=5::line one%0Aline two",
    "::notice title=deps::m",
    "::error::broken",
    "::notice::note",
  ]);
});

describe("files of the runner", () => {
  test("appends the summary, and writes it anew in its place", async () => {
    const platform = await create();
    writeFileSync(join(directory, "GITHUB_STEP_SUMMARY"), "before\n");
    await platform.writeSummary("# Passed\n");
    expect(readFileSync(join(directory, "GITHUB_STEP_SUMMARY"), "utf8")).toBe("before\n# Passed\n");
    await platform.writeSummary("# Passed, uploaded\n");
    expect(readFileSync(join(directory, "GITHUB_STEP_SUMMARY"), "utf8")).toBe("before\n# Passed, uploaded\n");
    expect(printed).toBe("");
  });

  test("outputs keep new lines and use delimiters nobody can guess", async () => {
    const platform = await create();
    await platform.setOutputs({ conclusion: "success", artifacts: "[\n]", empty: "" });
    const text = readFileSync(join(directory, "GITHUB_OUTPUT"), "utf8");
    const delimiters = [...text.matchAll(/<<(ghadelimiter_[0-9a-f-]{36})$/gm)].map((match) => match[1] ?? "");
    expect(new Set(delimiters).size).toBe(3);
    const plain = delimiters.reduce((rest, delimiter) => rest.replaceAll(delimiter, "END"), text);
    expect(plain.replaceAll("\r", "")).toBe(
      "conclusion<<END\nsuccess\nEND\nartifacts<<END\n[\n]\nEND\nempty<<END\n\nEND\n",
    );
  });

  test("a missing summary file is a warning", async () => {
    const platform = await create();
    vi.stubEnv("GITHUB_STEP_SUMMARY", join(directory, "gone"));
    await platform.writeSummary("# x");
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatch(/^::warning::The job summary could not be written: .+/);
  });

  test("missing outputs are a warning, never the old command", async () => {
    const platform = await create({ GITHUB_OUTPUT: "" });
    await platform.setOutputs({ conclusion: "success" });
    expect(lines()).toEqual(["::warning::The step outputs could not be set: GITHUB_OUTPUT is not set"]);
  });
});

test("uploads are folded, apart from groups, and what cannot be uploaded is said", async () => {
  const platform = await create({ ACTIONS_RUNTIME_TOKEN: "", ACTIONS_RESULTS_URL: "" });
  const request = { name: "a", files: [], root: "/", retentionDays: null, compressed: false };
  const uploads = [platform.upload(request), platform.upload({ ...request, name: "b" })];
  await Promise.all([...uploads, platform.group("log", ["x"], false)]);
  const unavailable = {
    status: "unavailable",
    reason: "this runner offers no artifact service (ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL not set)",
  };
  expect(await Promise.all(uploads)).toEqual([unavailable, unavailable]);
  expect(lines()).toEqual([
    "::group::Uploading workflow artifacts",
    "::endgroup::",
    "::group::log",
    "::stop-commands::TOKEN1",
    "x",
    "::TOKEN1::",
    "::endgroup::",
  ]);
});

test("colour follows NO_COLOR", async () => {
  expect((await create({ NO_COLOR: "" })).colour).toBe(true);
  expect((await create({ NO_COLOR: "1" })).colour).toBe(false);
});

test("a report for other programs says the same, and holds nothing that the runner obeys", async () => {
  const texts: string[] = [];
  const report = { ...output, text: (text: string) => texts.push(text) };
  const platform = await createGithubPlatform({ env: process.env, inputNames: [], output, report, run: runProcess });
  const value = { message: "##[error]forged ###[x] ::error::y", plain: "# [a]" };
  platform.report?.(`${JSON.stringify(value, null, 2)}\n`);
  await platform.flush();
  expect(JSON.parse(texts.join(""))).toEqual(value);
  expect(texts.join("")).not.toContain("##[");
  expect(await create()).not.toHaveProperty("report");
});
