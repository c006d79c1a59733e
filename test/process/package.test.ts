import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanEnv } from "../support/run-action.ts";

const root = resolve(import.meta.dirname, "../..");
const base = mkdtempSync(join(tmpdir(), "package-"));
const [clone, user] = [join(base, "clone"), join(base, "user")];
afterAll(() => rmSync(base, { recursive: true, force: true }));

const env = {
  ...cleanEnv(),
  npm_config_cache: join(base, "npm"),
  npm_config_offline: "true",
  npm_config_update_notifier: "false",
};
const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed;
beforeAll(() => {
  for (const part of ["package.json", "dist", "schema", "README.md", "LICENSE", "src"])
    cpSync(join(root, part), join(clone, part), { recursive: true });
  mkdirSync(user);
  // Without one, npm installs into the nearest folder above that has one (npm help folders, npm 11.19.1).
  writeFileSync(join(user, "package.json"), "{}\n");
  const [about]: readonly Packed[] = JSON.parse(
    execFileSync("npm", ["pack", "--json"], { cwd: clone, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
  );
  if (about === undefined) throw new Error("npm pack made nothing");
  packed = about;
});

describe("what npm pack makes", () => {
  it("is the bundle, its licences and the schemas, below 6 MB", () => {
    const names = packed.files.map(({ path }) => path);
    expect(names).toEqual(
      expect.arrayContaining([
        "dist/index.js",
        "dist/licenses.txt",
        "LICENSE",
        "README.md",
        "package.json",
        "schema/report.schema.json",
      ]),
    );
    expect(names.filter((name) => !/^(dist|schema)\//.test(name))).toEqual(["LICENSE", "README.md", "package.json"]);
    expect(packed.size).toBeLessThan(6_000_000);
  });

  it("is installed without a registry, and runs", () => {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", join(clone, packed.filename)], {
      cwd: user,
      env,
      stdio: "pipe",
    });
    const about = JSON.parse(read(user, "node_modules/dagger-go-pipeline/package.json"));
    expect(Object.keys(JSON.parse(read(user, "package-lock.json")).packages)).toEqual([
      "",
      "node_modules/dagger-go-pipeline",
    ]);
    const run = (...args: readonly string[]): string =>
      execFileSync("npx", ["dagger-go-pipeline", ...args], {
        cwd: user,
        env,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
    expect(run("--version")).toBe(`dagger-go-pipeline ${about.version}\n`);
    cpSync(join(root, "examples/hello"), join(user, "hello"), { recursive: true });
    const all = run("--working-directory=hello", "--engine=host", "--no-docker", "--platforms=linux/amd64");
    expect(all).toMatch(/✓ pipeline passed in /);
    expect(JSON.parse(read(user, "hello/.pipeline/report.json")).conclusion).toBe("success");
  });
});
