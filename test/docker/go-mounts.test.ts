import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { MountCarrier, MountScope } from "../../src/engine/carried-mounts.ts";
import type { LayerCache } from "../../src/engine/host/docker/layer-cache.ts";
import { allLayers } from "../../src/engine/layers.ts";
import { publishModule } from "../support/go-proxy.ts";
import { passingBuilder, pruneBuilder } from "./support/builder.ts";
import { makeGoImage } from "./support/go-image.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
const hosted: LayerCache = { ...allLayers, service: null, hosted: true };
const limit = { timeoutMs: 600_000 };

let golang = "";
let env: Readonly<Record<string, string>> = {};
let modules: Readonly<Record<string, string>> = {};

beforeAll(() => {
  golang = makeGoImage("pushed");
  env = passingBuilder();
  modules = sources();
});

/** What earlier runs left lies in a directory. */
class Kept implements MountCarrier {
  readonly dir = join(mkdtempSync(join(tmpdir(), "kept-")), "go-mounts");
  readonly saved: MountScope[] = [];
  maxBytes = Number.POSITIVE_INFINITY;
  exact = true;

  async restore(_scope: MountScope, dir: string): Promise<{ readonly exact: boolean } | null> {
    if (!existsSync(this.dir)) return null;
    cpSync(this.dir, dir, { recursive: true });
    return { exact: this.exact };
  }

  async whyNot(): Promise<string | null> {
    return null;
  }

  async save(scope: MountScope, dir: string): Promise<void> {
    this.saved.push(scope);
    cpSync(dir, this.dir, { recursive: true });
  }

  /** Changes what the archive holds, as if it had been saved so. */
  repack(archive: string, change: (dir: string) => void): void {
    const dir = mkdtempSync(join(tmpdir(), "other-"));
    const file = join(this.dir, `${archive}.tar`);
    execFileSync("tar", ["-xf", file, "-C", dir]);
    change(dir);
    execFileSync("tar", ["-cf", file, "-C", dir, "."]);
    const sum = execFileSync("sha256sum", [file], { encoding: "utf8" }).slice(0, 64);
    const contents = JSON.parse(readFileSync(join(this.dir, "contents.json"), "utf8"));
    contents.archives[archive] = sum;
    writeFileSync(join(this.dir, "contents.json"), JSON.stringify(contents));
  }

  names(archive: string): readonly string[] {
    const list = execFileSync("tar", ["-tf", join(this.dir, `${archive}.tar`)], { encoding: "utf8" });
    return list.split("\n").filter((name) => name !== "" && !name.endsWith("/"));
  }
}

/** A module that needs another one, which lies in a proxy in the repository. */
function sources(): Readonly<Record<string, string>> {
  const dir = mkdtempSync(join(tmpdir(), "go-mounts-"));
  const proxy = join(dir, "proxy");
  const dep = 'package dep\n\nfunc Name() string { return "dep" }\n';
  publishModule(proxy, "example.com/dep", "v1.2.3", { "go.mod": "module example.com/dep\n\ngo 1.22\n", "dep.go": dep });
  const files = {
    "go.mod": "module example.com/app\n\ngo 1.22\n\nrequire example.com/dep v1.2.3\n",
    "main.go": 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Name()) }\n',
  };
  const app = join(dir, "app");
  mkdirSync(app);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(app, name), text);
  const goEnv = {
    ...process.env,
    GOPROXY: `file://${proxy}`,
    GONOSUMDB: "*",
    GOFLAGS: "-modcacherw",
    GOMODCACHE: join(dir, "mod"),
  };
  execFileSync("go", ["mod", "download", "all"], { cwd: app, env: goEnv, stdio: "ignore" });
  execFileSync("go", ["mod", "tidy"], { cwd: app, env: goEnv, stdio: "ignore" });
  const served = ["list", "v1.2.3.info", "v1.2.3.mod"].map((name) => `proxy/example.com/dep/@v/${name}`);
  return {
    ...files,
    "go.sum": readFileSync(join(app, "go.sum"), "utf8"),
    ...Object.fromEntries(served.map((name) => [name, readFileSync(join(dir, name), "utf8")])),
    // Archives are no text.
    "proxy/zip": readFileSync(join(proxy, "example.com/dep/@v/v1.2.3.zip")).toString("base64"),
  };
}

const mod = "--mount=type=cache,target=$GOPATH/pkg/mod";
const build = "--mount=type=cache,id=build,sharing=locked,mode=0700,target=/root/.cache/go-build";

/** `stamp` makes the step run. */
function dockerfile(stamp: string, run = "go build -v -o /app .", before = ""): string {
  return [
    `FROM ${golang} AS base`,
    "ARG GOPROXY",
    "ENV GOPATH=/go GOFLAGS=-modcacherw GONOSUMDB=* CGO_ENABLED=0 HOME=/root",
    before,
    "FROM base AS build",
    "WORKDIR /src",
    "COPY . .",
    "RUN base64 -d proxy/zip > proxy/example.com/dep/@v/v1.2.3.zip",
    `RUN ${mod} ${build} : ${stamp} && ${run}`,
    "FROM scratch",
    "COPY --from=build /app /app",
    'ENTRYPOINT ["/app"]',
    "",
  ].join("\n");
}

const fromProxy = { buildArgs: [["GOPROXY", "file:///src/proxy"]] } as const;
const fromNowhere = { buildArgs: [["GOPROXY", "off"]] } as const;

/** What `go build -v` says it compiles. */
function compiled(log: string): readonly string[] {
  return log
    .split("\n")
    .flatMap((line) => /^#\d+ (?:\d+\.\d+ )?((?:example\.com\/|internal\/|runtime)\S*)$/.exec(line)?.[1] ?? []);
}

async function built(kept: Kept, Dockerfile: string, source: object = fromProxy) {
  pruneBuilder(env);
  const made = await rig({ ...modules, Dockerfile }, { env, layers: hosted, mounts: kept });
  const seen = await made.image(source, limit);
  return { ...seen, progress: made.progress };
}

describe("Go's caches that a Dockerfile mounts", () => {
  test("come back on another machine: nothing is fetched and only what is new is compiled", async () => {
    const kept = new Kept();
    const first = await built(kept, dockerfile("first"));
    expect(first.facts.judgement).toBeNull();
    expect(compiled(first.log)).toEqual(expect.arrayContaining(["runtime", "example.com/dep", "example.com/app"]));
    expect(kept.saved).toHaveLength(1);
    expect([...kept.names("modules")].sort()).toEqual([
      "./cache/download/example.com/dep/@v/v1.2.3.info",
      "./cache/download/example.com/dep/@v/v1.2.3.mod",
      "./cache/download/example.com/dep/@v/v1.2.3.zip",
    ]);
    expect(kept.names("compiled").every((name) => /^\.\/[0-9a-f]{2}\/[0-9a-f]{64}-[ad]$/.test(name))).toBe(true);
    const entries = kept.names("compiled").length;
    const second = await built(kept, dockerfile("second"), fromNowhere);
    expect(second.facts.judgement).toBeNull();
    expect(compiled(second.log)).toEqual([]);
    expect(second.progress.join("\n")).toMatch(/put into them in .*: put modules, put compiled/);
    expect(kept.names("modules")).toContain("./cache/download/example.com/dep/@v/v1.2.3.zip");
    expect(kept.names("compiled").length).toBeLessThanOrEqual(entries);
  });

  test("leave behind what a build has not used", async () => {
    const kept = new Kept();
    await built(kept, dockerfile("all"));
    const entries = kept.names("compiled").length;
    const one = await built(kept, dockerfile("one", "go build -v internal/goarch && cp /bin/true /app"), fromNowhere);
    expect(one.facts.judgement).toBeNull();
    expect(kept.names("compiled").length).toBeLessThan(entries);
    expect(kept.saved).toHaveLength(2);
  });

  test("hold facts of modules that an earlier run left only where it was of the same modules, base image and Dockerfile", async () => {
    const kept = new Kept();
    await built(kept, dockerfile("facts"));
    const own = [...kept.names("modules")].sort();
    const old = "./cache/download/example.com/old/@v/v1.0.0.mod";
    kept.repack("modules", (dir) => {
      mkdirSync(dirname(join(dir, old)), { recursive: true });
      writeFileSync(join(dir, old), "module example.com/old\n");
    });
    const same = await built(kept, dockerfile("same"), fromNowhere);
    expect(same.facts.judgement).toBeNull();
    expect([...kept.names("modules")].sort()).toEqual([...own, old]);
    kept.exact = false;
    const other = await built(kept, dockerfile("other"), fromNowhere);
    expect(other.facts.judgement).toBeNull();
    expect(other.progress.join("\n")).toMatch(/put into them in .*: put modules, put compiled/);
    // What was unpacked stays, with all that Go wants to know of it.
    expect([...kept.names("modules")].sort()).toEqual(own);
    expect(kept.saved).toHaveLength(3);
  });

  test("are not saved above the limit", async () => {
    const kept = new Kept();
    kept.maxBytes = 4_096;
    const seen = await built(kept, dockerfile("limit"));
    expect(seen.facts.judgement).toBeNull();
    expect(seen.progress.join("\n")).toMatch(
      /^Go's caches of the Dockerfile: not saved: \d+(\.\d+)? MiB are above the limit of 4\.0 KiB$/m,
    );
    expect(kept.saved).toEqual([]);
    expect(existsSync(kept.dir)).toBe(false);
  });

  test("hold no output of a RUN with secrets", async () => {
    const kept = new Kept();
    const run = `--mount=type=secret,id=token ${mod} ${build}`;
    const text = dockerfile("secret").replace(`RUN ${mod} ${build}`, `RUN ${run}`);
    const seen = await built(kept, text);
    expect(seen.facts.judgement).toBeNull();
    expect(seen.progress).toContain(
      "Go's caches of the Dockerfile begin empty: /root/.cache/go-build (a RUN that mounts secrets uses it too)",
    );
    expect(existsSync(join(kept.dir, "modules.tar"))).toBe(true);
    expect(existsSync(join(kept.dir, "compiled.tar"))).toBe(false);
  });

  test("are not saved where no step has used them, and not used where they are damaged", async () => {
    const kept = new Kept();
    await built(kept, dockerfile("whole"));
    writeFileSync(join(kept.dir, "modules.tar"), "no archive");
    const damaged = await built(kept, dockerfile("damaged"));
    expect(damaged.facts.judgement).toBeNull();
    expect(damaged.progress).toContain("Go's caches of the Dockerfile: not used: what an earlier run left is damaged");
    const made = await rig(
      { ...modules, Dockerfile: dockerfile("damaged") },
      { env, layers: hosted, mounts: new Kept() },
    );
    expect((await made.image(fromProxy, limit)).cached).toBe(true);
  });

  test("make no build red when they hold what go.sum does not", async () => {
    const kept = new Kept();
    await built(kept, dockerfile("good"));
    kept.repack("modules", (dir) =>
      publishModule(join(dir, "cache", "download"), "example.com/dep", "v1.2.3", {
        "go.mod": "module example.com/dep\n\ngo 1.22\n",
        "dep.go": 'package dep\n\nfunc Name() string { return "evil" }\n',
      }),
    );
    const seen = await built(kept, dockerfile("other"));
    expect(seen.log).toContain("checksum mismatch");
    expect(seen.facts.judgement).toBeNull();
  });

  test("are left where the base has no shell", async () => {
    const kept = new Kept();
    const text = `FROM scratch AS build\nCOPY app /app\nRUN --mount=type=cache,target=/go/pkg/mod ["/app", "exit=0"]\nENTRYPOINT ["/app"]\n`;
    const seen = await built(kept, text);
    expect(seen.facts.judgement).toBeNull();
    expect(seen.progress.join("\n")).toMatch(/not saved: .*\/bin\/sh/);
  });

  test("are none of its affair on machines that stay", async () => {
    const kept = new Kept();
    const made = await rig(
      { ...modules, Dockerfile: dockerfile("stays") },
      { env, layers: { ...hosted, hosted: false }, mounts: kept },
    );
    expect((await made.image(fromProxy, limit)).facts.judgement).toBeNull();
    expect(kept.saved).toEqual([]);
  });
});
