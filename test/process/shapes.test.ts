import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishModule } from "../support/go-proxy.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

type Files = Readonly<Record<string, string>>;

interface Stage {
  readonly id: string;
  readonly status: string;
  readonly findings: readonly { readonly path: string | null; readonly message: string }[];
}

/** Repositories whose code does not all lie in Go files of their own that git tracks. */
async function run(root: string, env: Files = {}, flags: readonly string[] = []) {
  const args = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64", ...flags];
  const ran = await runAction(root, args, cleanEnv({ GOTOOLCHAIN: "local", GOFLAGS: "", ...env }));
  const report: { readonly stages: readonly Stage[]; readonly warnings: readonly string[] } = JSON.parse(
    readFileSync(join(root, ".pipeline/report.json"), "utf8"),
  );
  return {
    ...ran,
    warnings: report.warnings,
    stages: Object.fromEntries(report.stages.map((stage) => [stage.id, stage])),
  };
}

const uses = (module: string): Files => ({
  "go.mod": `module example.com/user\n\ngo 1.22\n\nrequire ${module} v1.0.0\n`,
  "p.go": `package p\n\nimport "${module}"\n\nfunc Two() int { return 2 * lib.One() }\n`,
  "p_test.go":
    'package p\n\nimport "testing"\n\nfunc TestTwo(t *testing.T) {\n\tif Two() != 2 {\n\t\tt.Fatal()\n\t}\n}\n',
});

/** With its modules in vendor, committed, and nowhere else to be had. */
function vendored(): string {
  const proxy = directory({});
  publishModule(proxy, "example.com/lib", "v1.0.0", {
    "go.mod": "module example.com/lib\n\ngo 1.22\n",
    "lib.go": "package lib\n\nfunc One() int { return 1 }\n",
  });
  const root = directory(uses("example.com/lib"));
  const env = cleanEnv({
    GOPROXY: `file://${proxy}`,
    GONOSUMDB: "*",
    GOMODCACHE: join(proxy, "modules"),
    GOFLAGS: "-modcacherw -mod=mod",
  });
  for (const args of [
    ["mod", "tidy"],
    ["mod", "vendor"],
  ])
    execFileSync("go", args, { cwd: root, env, stdio: "pipe" });
  gitIn(root, "init", "--quiet");
  gitIn(root, "add", "--all", "--force");
  gitIn(root, "commit", "--quiet", "--message=first");
  return root;
}

describe("vendored modules", () => {
  it.each(["", "-mod=vendor"])("are all that is read, GOFLAGS=%s", async (GOFLAGS) => {
    const empty = { GOPROXY: "off", GOMODCACHE: join(directory({}), "modules"), GOFLAGS };
    const { exitCode, stdout, stages } = await run(vendored(), empty);
    expect(exitCode, stdout).toBe(0);
    expect([stages["deps"]?.status, stages["test"]?.status]).toEqual(["passed", "passed"]);
  });
});

describe("cgo", () => {
  it("is tested with the C compiler, and a package that needs it is built with cgo: true", async () => {
    const files = {
      "go.mod": "module example.com/cgo\n\ngo 1.22\n",
      "main.go":
        'package main\n\n// static int two(void) { return 2; }\nimport "C"\n\nfunc two() int { return int(C.two()) }\n\nfunc main() { println(two()) }\n',
      "main_test.go":
        'package main\n\nimport "testing"\n\nfunc TestTwo(t *testing.T) {\n\tif two() != 2 {\n\t\tt.Fatal()\n\t}\n}\n',
    };
    const without = await run(repository(files));
    expect([without.exitCode, without.stages["test"]?.status]).toEqual([1, "passed"]);
    expect(without.stdout).toContain("cgo: true");
    expect((await run(repository(files), {}, ["--cgo"])).exitCode).toBe(0);
  });
});

describe("generated files that git ignores", () => {
  it("count when they are there, and are missed by name when they are not", async () => {
    const files = {
      ".gitignore": "/gen/\n",
      "go.mod": "module example.com/generated\n\ngo 1.22\n",
      "p.go": 'package p\n\nimport "example.com/generated/gen"\n\nfunc Two() int { return gen.Two }\n',
      "p_test.go":
        'package p\n\nimport "testing"\n\nfunc TestTwo(t *testing.T) {\n\tif Two() != 2 {\n\t\tt.Fatal()\n\t}\n}\n',
    };
    const root = repository(files);
    const missing = await run(root);
    expect([missing.exitCode, missing.stages["deps"]?.status]).toEqual([1, "failed"]);
    expect(missing.stages["deps"]?.findings[0]?.message).toContain("example.com/generated/gen");
    mkdirSync(join(root, "gen"));
    writeFileSync(join(root, "gen/gen.go"), "package gen\n\nconst Two = 2\n");
    expect((await run(root)).exitCode).toBe(0);
  });
});

describe("a pointer of Git LFS", () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"4d7a2146".repeat(8)}\nsize 12345\n`;

  it("in place of a Go file is named by every stage that reads it", async () => {
    const root = repository({
      "go.mod": "module example.com/lfs\n\ngo 1.22\n",
      "p.go": "package p\n",
      "table.go": pointer,
    });
    const { exitCode, stages } = await run(root);
    expect(exitCode).toBe(1);
    for (const id of ["format", "vet"]) {
      const found = stages[id]?.findings.find(({ path }) => path === "table.go");
      expect(found?.message, id).toContain("`git lfs pull` (actions/checkout: `lfs: true`)");
    }
  });

  it("that is embedded is named although Go takes it", async () => {
    const root = repository({
      "go.mod": "module example.com/lfs\n\ngo 1.22\n",
      "main.go": 'package main\n\nimport "embed"\n\n//go:embed web\nvar web embed.FS\n\nfunc main() { _ = web }\n',
      "main_test.go":
        'package main\n\nimport (\n\t_ "embed"\n\t"testing"\n)\n\n//go:embed golden.bin\nvar golden []byte\n\nfunc TestIt(t *testing.T) {}\n',
      ...{ "golden.bin": pointer, "web/logo.png": pointer, "web/index.html": "<p>\n", "docs/logo.png": pointer },
    });
    const { exitCode, stdout, warnings } = await run(root);
    const named =
      "embedded as pointers of Git LFS, not with their content: golden.bin, web/logo.png. Get it with `git lfs pull` (actions/checkout: `lfs: true`).";
    expect([exitCode, warnings]).toEqual([0, [named]]);
    expect(stdout).toContain(named);
  });
});
