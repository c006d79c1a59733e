import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as z from "zod";

const home = process.env["READERS"] ?? "READERS (not set)";
const modules = join(home, "node/node_modules");

/** What .ci/readers-setup.sh installs. */
export const installed = {
  python: join(home, "python/bin/python"),
  jenkins: join(home, "junit-10.xsd"),
  sarif: join(modules, "@microsoft/sarif-multitool-linux/Sarif.Multitool"),
  xml2js: join(modules, "xml2js/package.json"),
} as const;

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(program: string, args: readonly string[], cwd?: string): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

function python<T>(reader: string, path: string, schema: z.ZodType<T>, cwd?: string): T {
  const { status, stdout, stderr } = run(installed.python, [join(import.meta.dirname, "read.py"), reader, path], cwd);
  if (status !== 0) throw new Error(`${reader} cannot read ${path}: ${stderr}`);
  return schema.parse(JSON.parse(stdout));
}

const junitparserSchema = z.object({
  tests: z.int(),
  failures: z.int(),
  errors: z.int(),
  suites: z.array(z.tuple([z.string(), z.int(), z.int(), z.int(), z.int()])),
  cases: z.array(
    z.object({
      name: z.string(),
      classname: z.string(),
      passed: z.boolean(),
      ends: z.array(z.object({ type: z.string(), message: z.string().nullable(), text: z.string().nullable() })),
      properties: z.record(z.string(), z.string()),
    }),
  ),
});

const codecovSchema = z.array(
  z.object({ name: z.string(), outcome: z.string(), message: z.string().nullable(), file: z.string().nullable() }),
);

const pycoberturaSchema = z.record(z.string(), z.object({ statements: z.int(), missed: z.int(), source: z.int() }));

export const junitparser = (path: string) => python("junitparser", path, junitparserSchema);

/** It leaves entities of attributes as they are written (test-results-parser 0.6.1). */
export const codecov = (path: string) =>
  python("codecov", path, codecovSchema).map((test) => ({ ...test, name: withoutEntities(test.name) }));

export const pycobertura = (path: string, cwd: string) => python("pycobertura", path, pycoberturaSchema, cwd);

function withoutEntities(name: string): string {
  const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return name.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => characters[entity] ?? "");
}

const endSchema = z.union([z.string(), z.object({ _: z.string().optional(), $: z.record(z.string(), z.string()) })]);
const suitesSchema = z.object({
  testsuites: z.object({
    $: z.record(z.string(), z.string()),
    testsuite: z.array(
      z.object({
        $: z.record(z.string(), z.string()),
        testcase: z
          .array(
            z.object({
              $: z.record(z.string(), z.string()),
              failure: z.array(endSchema).optional(),
              error: z.array(endSchema).optional(),
              skipped: z.array(endSchema).optional(),
            }),
          )
          .optional(),
      }),
    ),
  }),
});

export interface Xml2jsCase {
  readonly name: string;
  readonly result: "failed" | "skipped" | "success";
  readonly message: string | null;
  readonly details: string | null;
  readonly file: string | null;
  readonly line: string | null;
}

/**
 * What dorny/test-reporter 3.0.0 makes of a file: it is no package, so that this is the library it reads with, in its version, and its rule for results
 * (src/parsers/java-junit/java-junit-parser.ts).
 */
export async function xml2js(text: string): Promise<readonly Xml2jsCase[]> {
  const { parseStringPromise } = z
    .object({
      parseStringPromise: z.custom<(text: string) => Promise<unknown>>((value) => typeof value === "function"),
    })
    .parse(createRequire(installed.xml2js)("xml2js"));
  const { testsuites } = suitesSchema.parse(await parseStringPromise(text));
  return testsuites.testsuite
    .flatMap(({ testcase }) => testcase ?? [])
    .map(({ $, failure, error, skipped }) => {
      const [end] = failure ?? error ?? [];
      const said = typeof end === "object" ? end : { _: end, $: {} };
      return {
        name: $["name"] ?? "",
        result: failure || error ? "failed" : skipped ? "skipped" : "success",
        message: said.$["message"] ?? null,
        details: said._ ?? null,
        file: $["file"] ?? null,
        line: $["line"] ?? null,
      };
    });
}

/** Errors and warnings of Microsoft's validator, with its rules for code scanning. */
export function sarifProblems(paths: readonly string[], log: string): readonly string[] {
  const args = ["validate", ...paths, "--rule-kind", "Sarif;Ghas", "--output", log, "--log", "ForceOverwrite"];
  const { status, stdout, stderr } = run(installed.sarif, args);
  const lines = stdout.split("\n");
  if (!lines.some((line) => line.startsWith(`Done. ${paths.length} file`))) {
    throw new Error(`not validated (exit code ${status}): ${stdout}${stderr}`);
  }
  return lines.flatMap((line) => /: ((?:error|warning) .*)$/.exec(line)?.[1] ?? []);
}

/** What Jenkins' schema for JUnit XML says of a file, without repetitions. */
export function jenkinsProblems(path: string): readonly string[] {
  const { stderr } = run("xmllint", ["--noout", "--huge", "--schema", installed.jenkins, path]);
  const problems = stderr.split("\n").flatMap((line) => /: (Schemas validity error : .*)$/.exec(line)?.[1] ?? []);
  if (problems.length === 0 && !stderr.includes(" validates")) throw new Error(`not validated: ${stderr}`);
  return [...new Set(problems)];
}

/** Fails when a file is not valid against a DTD. */
export function againstDtd(path: string, dtd: string): Ran {
  return run("xmllint", ["--noout", "--huge", "--dtdvalid", dtd, path]);
}
