// Builds dist/ from src/: tsc emits JavaScript into build/stage, ncc bundles that. Everything in dist/ is committed.
//
// Two libraries load packages that what we call of them never runs. The stage gets a copy of each of the two with stubs beside it that
// Node's own resolution finds first:
// - the Dagger SDK's index also exports the runtime of Dagger modules, which loads the whole TypeScript compiler, and `connection`, which sends
//   traces with OpenTelemetry's SDK for Node (a quarter of a second to evaluate); `connect`, which we call, does neither (seen with 0.21.8);
// - the artifact client downloads too, with unzip-stream, of whose dependencies one has no licence (buffers 0.1.1).
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ncc from "@vercel/ncc";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stage = join(root, "build", "stage");
const dist = join(root, "dist");

const stubbed = [
  { library: "@dagger.io/dagger", unused: "typescript" },
  { library: "@dagger.io/dagger", unused: "@opentelemetry/exporter-trace-otlp-proto" },
  { library: "@dagger.io/dagger", unused: "@opentelemetry/sdk-node" },
  { library: "@dagger.io/dagger", unused: "@opentelemetry/sdk-trace-base" },
  { library: "@actions/artifact", unused: "unzip-stream" },
];

/** Any member is callable and has members of its own, so that loading works; running any of it is an error. */
const stub = `"use strict";
const inert = new Proxy(function notBundled() {}, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => "not bundled" : inert),
  apply() {
    throw new Error("this package is not part of the bundle");
  },
});
module.exports = inert;
`;

function prepareStage() {
  rmSync(stage, { recursive: true, force: true });
  const modules = join(stage, "node_modules");
  for (const library of new Set(stubbed.map((each) => each.library))) {
    cpSync(join(root, "node_modules", library), join(modules, library), { recursive: true });
  }
  for (const { unused } of stubbed) {
    const directory = join(modules, unused);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "index.js"), stub);
    const about = { name: `${unused}-is-not-bundled`, version: "0.0.0", license: "Apache-2.0", main: "index.js" };
    writeFileSync(join(directory, "package.json"), JSON.stringify(about));
  }
  writeFileSync(join(stage, "package.json"), JSON.stringify({ type: "module" }));
}

function emitJavaScript() {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  // tsc has said why.
  if (status !== 0) process.exit(1);
}

/** What `npx` runs: https://docs.npmjs.com/cli/v10/configuring-npm/package-json#bin */
const interpreter = "#!/usr/bin/env node\n";

/** Files of the bundle by name; ncc keeps dynamic imports as chunks of their own. */
async function bundle() {
  // Module and chunk ids are made from paths relative to the current directory.
  process.chdir(root);
  const { code, assets } = await ncc(join(stage, "src", "index.js"), {
    cache: false,
    minify: false,
    sourceMap: false,
    license: "licenses.txt",
    target: "es2022",
    quiet: true,
  });
  const files = new Map(Object.entries(assets).map(([name, { source }]) => [name, source]));
  files.set("index.js", `${interpreter}${code}`);
  files.set("package.json", `${JSON.stringify({ type: "module" })}\n`);
  return files;
}

function writeDist(files) {
  rmSync(dist, { recursive: true, force: true });
  for (const [name, source] of files) {
    const path = join(dist, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }
}

prepareStage();
emitJavaScript();
writeDist(await bundle());
