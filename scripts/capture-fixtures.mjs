#!/usr/bin/env node
/**
 * Records what the real Go tools print. Every `test/fixtures/go/<group>/<case>/input.txtar` holds a small module and, in its
 * head, what to run; the output is written beside it with the paths of this machine replaced.
 *
 *   node scripts/capture-fixtures.mjs [group/case …]
 *
 * Head: `go: 1.26.8 1.22.12` (versions; other than the one on PATH are fetched by Go itself) · `cd: dir` ·
 * `env: NAME=value` · `kill-after: ms` · `prepare: words` (run first, not recorded) · `run name: words` (several; `sh -c` is not used; `{deps-template}` is replaced) ·
 * `keep: file` (kept as output too). Files: `<version>.<name>.{out,err,exit}`, `<version>.<file>`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "test", "fixtures", "go");
const depsSource = join(fixtures, "..", "..", "..", "src", "go", "deps-template.ts");

/** Comment lines before the first `-- name --`, then files; see golang.org/x/tools/txtar. */
function parseTxtar(text) {
  const parts = text.split(/^-- (.+) --\n/m);
  const files = [];
  for (let i = 1; i < parts.length; i += 2) files.push({ name: parts[i], content: parts[i + 1] });
  return { head: parts[0].split("\n"), files };
}

function parseHead(lines) {
  const head = { versions: [], cd: ".", env: {}, killAfter: undefined, prepare: [], runs: [], keep: [] };
  for (const line of lines) {
    const [, key, value] = /^(\w[\w -]*?): (.*)$/.exec(line) ?? [];
    if (key === "go") head.versions = value.split(" ");
    else if (key === "cd") head.cd = value;
    else if (key === "env") head.env[value.split("=")[0]] = value.slice(value.indexOf("=") + 1);
    else if (key === "kill-after") head.killAfter = Number(value);
    else if (key === "prepare") head.prepare.push(value.split(" "));
    else if (key === "keep") head.keep.push(value);
    else if (key?.startsWith("run ")) head.runs.push({ name: key.slice(4), words: value.split(" ") });
  }
  return head;
}

function goEnv(version) {
  const env = { ...process.env, GOTOOLCHAIN: `go${version}+auto`, GOFLAGS: "" };
  const names = ["GOROOT", "GOMODCACHE", "GOCACHE"];
  const result = spawnSync("go", ["env", ...names], { env, encoding: "utf8", cwd: tmpdir() });
  if (result.status !== 0) throw new Error(`go${version}: ${result.stderr}`);
  return Object.fromEntries(
    result.stdout
      .trim()
      .split("\n")
      .map((value, i) => [names[i], value]),
  );
}

async function depsTemplate() {
  const { outputText } = ts.transpileModule(readFileSync(depsSource, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)).depsTemplate;
}

/** Replaces bytes, not characters: outputs may hold invalid UTF-8. */
function neutral(bytes, replacements) {
  let text = bytes.toString("latin1");
  for (const [from, to] of replacements) text = text.replaceAll(from, to);
  text = text.replace(/\/tmp\/go-build\d+/g, "/tmp/go-build").replace(/\/tmp\/go-link-\d+/g, "/tmp/go-link");
  return Buffer.from(text, "latin1");
}

/** A module zip holds files only, no directory entries. */
const zipScript =
  "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w') as z:\n  for n in sys.argv[2:]: z.write(n)";

/** A proxy directory that holds the modules of `proxy/<module>@<version>/` in the case, so that nothing is downloaded. */
function serveModules(root) {
  const source = join(root, "proxy");
  if (!existsSync(source)) return "off";
  const target = join(root, ".proxy");
  for (const mod of walk(source).filter((file) => basename(file) === "go.mod")) {
    const dir = dirname(mod);
    const [path, version] = relative(source, dir).split("@");
    const out = join(target, path, "@v");
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "list"), `${version}\n`);
    writeFileSync(join(out, `${version}.info`), JSON.stringify({ Version: version, Time: "2024-01-01T00:00:00Z" }));
    cpSync(mod, join(out, `${version}.mod`));
    const stage = mkdtempSync(join(tmpdir(), "zip-"));
    cpSync(dir, join(stage, `${path}@${version}`), { recursive: true });
    const names = walk(stage).map((file) => relative(stage, file));
    spawnSync("python3", ["-c", zipScript, join(out, `${version}.zip`), ...names], { cwd: stage });
    rmSync(stage, { recursive: true });
  }
  rmSync(source, { recursive: true });
  return `file://${target}`;
}

function walk(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function capture(dir, head, files, version, template) {
  const root = mkdtempSync(join(tmpdir(), "fixture-"));
  const go = goEnv(version);
  for (const file of files) {
    mkdirSync(dirname(join(root, file.name)), { recursive: true });
    writeFileSync(join(root, file.name), file.content);
  }
  // Go's telemetry would still write into HOME while the directory is being removed.
  mkdirSync(join(root, ".config/go/telemetry"), { recursive: true });
  writeFileSync(join(root, ".config/go/telemetry/mode"), "off");
  const proxy = serveModules(root);
  const modules = proxy === "off" ? go.GOMODCACHE : join(root, ".modcache");
  const env = {
    PATH: `${go.GOROOT}/bin:${process.env.PATH}`,
    HOME: root,
    GOTOOLCHAIN: "local",
    GOCACHE: go.GOCACHE,
    GOMODCACHE: modules,
    GOPROXY: proxy,
    GOFLAGS: "-modcacherw",
    GONOSUMDB: "*",
    GONOSUMCHECK: "1",
    GOSUMDB: "off",
    ...head.env,
  };
  const replacements = [
    [go.GOROOT, "/usr/local/go"],
    [go.GOCACHE, "/cache"],
    [modules, "/go/pkg/mod"],
    [root, "/src"],
  ];
  const cwd = join(root, head.cd);
  for (const [file, ...args] of head.prepare) {
    const result = spawnSync(file, args, { cwd, env, encoding: "utf8" });
    if (result.status !== 0) throw new Error(`${dir}: ${file} ${args.join(" ")}: ${result.stderr}`);
  }
  for (const { name, words } of head.runs) {
    const [file, ...args] = words.map((word) => (word === "{deps-template}" ? template : word));
    const options = { cwd, env, maxBuffer: 1 << 28, timeout: head.killAfter, killSignal: "SIGKILL" };
    const result = spawnSync(file, args, options);
    if (result.error && head.killAfter === undefined) throw result.error;
    const base = join(dir, `go${version}.${name}`);
    writeFileSync(`${base}.out`, neutral(result.stdout, replacements));
    writeFileSync(`${base}.err`, neutral(result.stderr, replacements));
    writeFileSync(`${base}.exit`, `${result.status ?? result.signal}\n`);
  }
  for (const file of head.keep) {
    const path = join(cwd, file);
    if (existsSync(path))
      writeFileSync(join(dir, `go${version}.${basename(file)}`), neutral(readFileSync(path), replacements));
  }
  rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
}

const wanted = process.argv.slice(2);
const inputs = walk(fixtures).filter((file) => basename(file) === "input.txtar");
const template = existsSync(depsSource) ? await depsTemplate() : "";
for (const input of inputs) {
  const dir = dirname(input);
  if (wanted.length > 0 && !wanted.some((name) => relative(fixtures, dir).startsWith(name))) continue;
  const { head: lines, files } = parseTxtar(readFileSync(input, "utf8"));
  const head = parseHead(lines);
  for (const file of walk(dir)) if (file !== input) rmSync(file);
  for (const version of head.versions) capture(dir, head, files, version, template);
  process.stdout.write(`${relative(fixtures, dir)}\n`);
}
