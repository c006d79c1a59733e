import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { engines } from "../../src/engine/index.ts";
import { main } from "../../src/main.ts";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { publishModule } from "../support/go-proxy.ts";
import { addSubmodule, directory, repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { createMemoryPlatform } from "../unit/report/memory-platform.ts";

type Files = Readonly<Record<string, string>>;

interface Ran {
  readonly exitCode: number;
  /** Everything that was printed. */
  readonly log: string;
  /** null where nothing was run. */
  readonly report: Report | null;
  /** By stage, without those that nobody asked for; with the reason where it is no pass. */
  readonly stages: Readonly<Record<string, string>>;
  /** Findings as `source path:line title`. */
  readonly findings: readonly string[];
  readonly said: string;
}

const quick = ["--engine=host", "--no-docker", "--platforms=linux/amd64", "--cache=false"];

/** A whole run of the repository at `root` on the Go of this machine. */
async function run(root: string, argv: readonly string[] = [], env: Files = {}, below = "."): Promise<Ran> {
  const platform = createMemoryPlatform();
  const cwd = join(root, below);
  rmSync(join(cwd, ".pipeline"), { recursive: true, force: true });
  const signal = new AbortController().signal;
  const exitCode = await main({ argv: [...quick, ...argv], env: cleanEnv(env), cwd, platform, engines, signal });
  const path = join(cwd, ".pipeline/report.json");
  const report = existsSync(path) ? reportSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : null;
  const asked = (report?.stages ?? []).filter(({ status }) => status !== "disabled");
  const findings = asked.flatMap((stage) => stage.findings);
  return {
    ...{ exitCode, report, log: platform.printed.join("\n") },
    stages: Object.fromEntries(asked.map(({ id, status, reason }) => [id, outcome(status, reason)])),
    findings: findings.map(({ source, path: file, line, title }) => `${source} ${file}:${line ?? "-"} ${title}`),
    said: findings.map(({ message }) => message).join("\n"),
  };
}

function outcome(status: string, reason: string | null): string {
  return status === "passed" || reason === null ? status : `${status}: ${reason}`;
}

const goMod = (path: string, more = "", go = "1.24"): string => `module ${path}\n\ngo ${go}\n${more}`;

const goTest = (name: string): string =>
  `package ${name}\n\nimport "testing"\n\nfunc TestIt(t *testing.T) {\n\tif F() != 1 {\n\t\tt.Fatal()\n\t}\n}\n`;

/** A module `example.com/<name>` with a function and a test. */
function lib(name: string, { dir = name, more = "" } = {}): Files {
  return {
    [join(dir, "go.mod")]: goMod(`example.com/${name}`, more),
    [join(dir, "x.go")]: `package ${name}\n\nfunc F() int { return 1 }\n`,
    [join(dir, "x_test.go")]: goTest(name),
  };
}

const tool = (path: string): Files => ({ [join(path, "main.go")]: "package main\n\nfunc main() {}\n" });

const work = (...uses: readonly string[]): Files => ({
  "go.work": `go 1.24\n\nuse (\n${uses.map((dir) => `\t${dir}\n`).join("")})\n`,
});

const noMain = "skipped: no main package";

/** What a module without main packages has when all is well. */
function good(prefix: string, { deps = true } = {}): Record<string, string> {
  return {
    ...(deps ? { [`${prefix}deps`]: "passed" } : {}),
    ...{ [`${prefix}format`]: "passed", [`${prefix}vet`]: "passed", [`${prefix}test`]: "passed" },
    [`${prefix}build:linux/amd64`]: noMain,
  };
}

const tests = ({ report }: Ran): Readonly<Record<string, number>> =>
  Object.fromEntries((report?.modules ?? []).map(({ dir, tests: found }) => [dir, found?.passed ?? 0]));

describe("the modules of a repository", () => {
  it("are checked each by itself, the root's without its directory", async () => {
    const ran = await run(repository({ ...lib("m", { dir: "." }), ...lib("gen", { dir: "tools/gen" }), ...lib("z") }));
    expect(ran.stages).toEqual({ ...good(""), ...good("tools/gen#"), ...good("z#") });
    expect([ran.exitCode, tests(ran), ran.report?.totals.tests?.passed]).toEqual([
      ...[0, { ".": 1, "tools/gen": 1, z: 1 }, 3],
    ]);
  });

  it("hide nothing of each other when one is broken", async () => {
    const broken: readonly [what: string, files: Files, failed: Record<string, RegExp>, at: string][] = [
      ["go.mod", { "m/go.mod": `${goMod("example.com/m")}\nfoo bar\n` }, { "m#deps": /^failed/ }, "deps m/go.mod:5"],
      ["no module line", { "m/go.mod": "go 1.24\n" }, { "m#deps": /^failed: .*missing module/ }, "deps m/go.mod:-"],
      [
        "does not compile",
        { "m/y.go": "package m\n\nfunc g() { nope() }\n" },
        { "m#vet": /^failed/, "m#test": /^failed: .*build failed/ },
        "compile m/y.go:3",
      ],
      [
        "is no Go",
        { "m/y.go": "package m\n\nfunc g( {\n" },
        { "m#format": /^failed/, "m#vet": /^failed/ },
        "format m/y.go:3",
      ],
      [
        "fails",
        { "m/y_test.go": goTest("m").replace("TestIt", "TestY").replace("!=", "==") },
        { "m#test": /^failed/ },
        "test m/y_test.go:7",
      ],
    ];
    for (const [what, files, failed, at] of broken) {
      const ran = await run(repository({ ...lib("a"), ...lib("m"), ...lib("z"), ...files }));
      const own = Object.entries(ran.stages).filter(([id]) => id.startsWith("m#"));
      expect(Object.fromEntries(own), what).toMatchObject(
        Object.fromEntries(Object.entries(failed).map(([id, words]) => [id, expect.stringMatching(words)])),
      );
      expect(ran.stages, what).toMatchObject({ ...good("a#"), ...good("z#") });
      expect([ran.exitCode, tests(ran)["a"], tests(ran)["z"]], what).toEqual([1, 1, 1]);
      expect(ran.findings.join("\n"), what).toContain(at);
    }
  });

  it("are skipped without packages, and all of them cannot be", async () => {
    const empty = { "e/go.mod": goMod("example.com/e"), "e/README.md": "" };
    const ran = await run(repository({ ...lib("a"), ...empty }));
    const skipped = "skipped: the module has no Go packages";
    expect(ran.stages).toEqual({
      ...good("a#"),
      ...Object.fromEntries(["deps", "format", "vet", "test", "build:linux/amd64"].map((id) => [`e#${id}`, skipped])),
    });
    expect(ran.exitCode).toBe(0);
    const none = await run(repository({ ...empty, "f/go.mod": goMod("example.com/f") }));
    expect([none.exitCode, none.report]).toEqual([2, null]);
    expect(none.log).toContain("packages: ./... matches no Go package in any of the modules.");
  });

  it("are formatted and built for what they are, where this platform has no package of them", async () => {
    const unformatted = "package f\n   func  X ( ) {}\n";
    const elsewhere = {
      ...{ "f/go.mod": goMod("example.com/f"), "f/f_plan9.go": unformatted },
      ...{ "w/go.mod": goMod("example.com/w"), "w/main_windows.go": "package main\n\nfunc main() {}\n" },
    };
    const argv = ["--platforms=windows/amd64", "--coverage-threshold=10"];
    const ran = await run(repository({ ...lib("a"), ...elsewhere }), argv);
    const none = "skipped: no Go packages for linux/amd64";
    expect([ran.exitCode, ran.stages]).toMatchObject([
      1,
      {
        ...{
          "f#deps": none,
          "f#format": "failed: 1 file to format: gofmt -w ./f_plan9.go",
          "f#vet": none,
          "f#test": none,
        },
        ...{ "w#deps": "passed", "w#format": "passed", "w#vet": none, "w#test": none },
        ...{ "w#build:windows/amd64": "passed", "a#test": "passed", "test:coverage": "passed" },
      },
    ]);
  });

  it("cannot have one path", async () => {
    const same = { ...lib("a"), ...lib("a", { dir: "b" }) };
    for (const files of [same, { ...same, ...work("./a", "./b") }]) {
      const ran = await run(repository(files));
      expect([ran.exitCode, ran.report]).toEqual([2, null]);
      expect(ran.log).toContain(
        'modules: a and b both have the module path example.com/a. Give one another path, or leave it out: modules: "!b".',
      );
    }
    const ran = await run(repository(same), ["--modules=!b"]);
    expect([ran.exitCode, ran.report?.warnings]).toEqual([
      0,
      [expect.stringContaining("not checked by this run: the Go modules in b.")],
    ]);
  });

  it("are those that `modules` names; unknown names are errors", async () => {
    const root = repository({
      ...lib("m", { dir: "." }),
      ...lib("gen", { dir: "tools/gen" }),
      ...lib("lint", { dir: "tools/lint" }),
    });
    const wrong = await run(root, ["--modules=tools/gne,!nope/**"]);
    expect([wrong.exitCode, wrong.report]).toEqual([2, null]);
    expect(wrong.log).toContain('"tools/gne" is no module at or below working-directory; did you mean "tools/gen"?');
    expect(wrong.log).toContain(
      '"!nope/**" is no module at or below working-directory. Found: ., tools/gen, tools/lint.',
    );
    const some = await run(root, ["--modules=tools/*,!tools/lint"]);
    expect([some.exitCode, some.stages]).toEqual([0, good("")]);
    expect(some.report?.modules.map(({ dir }) => dir)).toEqual(["tools/gen"]);
    expect(some.report?.warnings).toEqual([
      expect.stringContaining("the Go modules in the repository's root, tools/lint."),
    ]);
  });

  it("leave out what an `ignore` line names", async () => {
    const files = { ...lib("m", { dir: ".", more: "\nignore ./web\n" }), ...lib("web"), ...lib("a") };
    const ran = await run(repository(files));
    expect([ran.exitCode, tests(ran), ran.report?.warnings]).toEqual([0, { ".": 1, a: 1 }, []]);
  });

  it("of a submodule count when they are named", async () => {
    const root = repository(lib("m", { dir: "." }));
    addSubmodule(root, repository(lib("sub", { dir: "." })), "third_party/sub");
    const unnamed = await run(root);
    expect([unnamed.exitCode, tests(unnamed)]).toEqual([0, { ".": 1 }]);
    const named = await run(root, ["--modules=.,third_party/sub"]);
    expect([named.exitCode, named.stages]).toEqual([0, { ...good(""), ...good("third_party/sub#") }]);
  });

  it("are found below the working directory, and the one that it lies in", async () => {
    const root = repository({
      ...lib("m", { dir: "." }),
      ...lib("n"),
      ...tool("cmd/tool"),
      ...lib("in", { dir: "cmd/in" }),
    });
    const ran = await run(root, [], {}, "cmd");
    expect([ran.exitCode, ran.stages]).toEqual([
      0,
      {
        // In ids, directories are relative to the working directory, which the repository's root does not lie below.
        ...{ ".#deps": "passed", ".#format": "passed", ".#vet": "passed", ".#test": "skipped: no test files" },
        ...{ ".#build:linux/amd64": "passed", ...good("in#") },
      },
    ]);
    expect(ran.report?.artifacts.map(({ name }) => name)).toEqual(["tool-linux-amd64"]);
    expect(ran.report?.warnings).toEqual([expect.stringContaining("the Go modules in n.")]);
  });
});

it("inspection leaves go.mod and go.sum alone, whatever GOFLAGS says", async () => {
  const proxy = directory({});
  publishModule(proxy, "example.com/dep", "v1.0.0", { "go.mod": goMod("example.com/dep"), "dep.go": "package dep\n" });
  const env = {
    GOPROXY: `file://${proxy}`,
    GOSUMDB: "off",
    GOMODCACHE: directory({}),
    GOFLAGS: "-modcacherw -mod=mod",
  };
  const user = { "a/y.go": 'package a\n\nimport _ "example.com/dep"\n' };
  for (const [required, title] of [
    ["\nrequire example.com/dep v1.0.0\n", "go.sum has no entry for example.com/dep"],
    ["", "cannot find example.com/dep"],
  ] as const) {
    const files: Files = { ...lib("a", { more: required }), ...user, ...lib("b") };
    const root = repository(files);
    const ran = await run(root, [], env);
    expect([ran.exitCode, ran.stages["a#deps"], ran.stages["b#test"]]).toEqual([1, `failed: ${title}`, "passed"]);
    expect(readFileSync(join(root, "a/go.mod"), "utf8")).toBe(files["a/go.mod"]);
    expect(existsSync(join(root, "a/go.sum"))).toBe(false);
  }
});

describe("patterns", () => {
  const files = { ...lib("a"), "a/sub/s.go": "package sub\n", ...lib("b") };
  const left = "skipped: `packages` matches nothing in this module";

  it("of `packages` match in some modules; the others are skipped", async () => {
    for (const more of [{}, work("./a", "./b")]) {
      const ran = await run(repository({ ...files, ...more }), ["--packages=./sub/..."]);
      expect([ran.exitCode, ran.stages["a#vet"], ran.stages["b#vet"], ran.stages["b#test"]]).toEqual([
        0,
        "passed",
        left,
        left,
      ]);
    }
  });

  it("of `packages` that are import paths are checked in the module that has them", async () => {
    for (const more of [{}, work("./a", "./b")]) {
      const ran = await run(repository({ ...files, ...more }), ["--packages=example.com/b/..."]);
      expect([ran.exitCode, tests(ran), ran.stages["a#vet"]]).toEqual([0, { a: 0, b: 1 }, left]);
    }
  });

  it("of `packages` that match in no module are an error, whatever the others match", async () => {
    const ran = await run(repository(files), ["--packages=./sub,./nope"]);
    expect([ran.exitCode, ran.report]).toEqual([2, null]);
    expect(ran.log).toContain("packages: ./nope matches no Go package in any of the modules.");
  });

  it("of `main-packages` are relative to each module", async () => {
    const both = {
      "a/go.mod": goMod("example.com/a"),
      ...tool("a/cmd/tool"),
      "b/go.mod": goMod("example.com/b"),
      ...tool("b/cmd/tool"),
      ...tool("b/cmd/other"),
    };
    const names = (ran: Ran) => ran.report?.artifacts.map(({ name, module }) => `${module}: ${name}`);
    const root = repository(both);
    const all = await run(root);
    expect([all.exitCode, names(all)]).toEqual([
      0,
      ["a: a-cmd-tool-linux-amd64", "b: other-linux-amd64", "b: b-cmd-tool-linux-amd64"],
    ]);
    expect(names(await run(root, ["--main-packages=./cmd/tool"]))).toEqual([
      "a: a-cmd-tool-linux-amd64",
      "b: b-cmd-tool-linux-amd64",
    ]);
    expect(names(await run(root, ["--main-packages=example.com/b/cmd/tool"]))).toEqual(["b: tool-linux-amd64"]);
    const unknown = await run(root, ["--main-packages=./cmd/nope"]);
    expect([unknown.exitCode, unknown.log]).toEqual([
      2,
      expect.stringContaining("main-packages: ./cmd/nope is no main package (found: example.com/a/cmd/tool, "),
    ]);
    const collides = await run(root, ["--binary-name={name}"]);
    expect([collides.exitCode, collides.report]).toEqual([2, null]);
    expect(collides.log).toContain("example.com/a/cmd/tool, example.com/b/cmd/tool would all be written to bin/tool");
  });
});

describe("a workspace", () => {
  it("has one `deps`; a module outside of it runs without it, as --dry-run says", async () => {
    const root = repository({ ...lib("a"), ...lib("b"), ...lib("out"), ...work("./a", "./b") });
    const dry = await run(root, ["--dry-run"]);
    expect(dry.log).toContain("workspace  go.work (names a, b)");
    expect(dry.log).toMatch(/^a +1 +0 +go\S+ +go\.work names it +example\.com\/a$/m);
    expect(dry.log).toMatch(
      /^out +1 +0 +go\S+ +it lies below working-directory, outside of go\.work +example\.com\/out$/m,
    );
    expect(dry.log).toMatch(/^in a:\n(?: {2}.*\n)*? {2}vet +go vet \.\/\.\.\. \(after deps\)$/m);
    expect(dry.log).toMatch(/^in out:\n(?: {2}.*\n)*? {2}vet +GOWORK=off go vet \.\/\.\.\. \(after deps\)$/m);
    const ran = await run(root);
    expect([ran.exitCode, ran.stages]).toEqual([
      0,
      { deps: "passed", ...good("a#", { deps: false }), ...good("b#", { deps: false }), ...good("out#") },
    ]);
    const off = await run(root, ["--workspace=off"]);
    expect([off.exitCode, off.stages]).toEqual([0, { ...good("a#"), ...good("b#"), ...good("out#") }]);
    expect(off.report?.stages.find(({ id }) => id === "a#vet")?.command).toContain("GOWORK=off");
  });

  it("has a `deps` beside that of a module at its place that it does not name", async () => {
    const root = repository({ ...lib("m", { dir: "." }), ...lib("a"), ...lib("b"), ...work("./a", "./b") });
    const ran = await run(root);
    expect([ran.exitCode, ran.stages]).toEqual([
      0,
      { ...good(""), ".#deps": "passed", ...good("a#", { deps: false }), ...good("b#", { deps: false }) },
    ]);
  });

  const users = {
    ...lib("a", { more: "\nrequire example.com/b v0.0.0\n" }),
    "a/y.go": 'package a\n\nimport "example.com/b"\n\nvar _ = b.F()\n',
    ...lib("b"),
  };
  const requires = goMod("example.com/a", "\nrequire example.com/b v0.0.0\n");

  it("lets modules see each other, and says which one is without it", async () => {
    const root = repository({ ...users, ...work("./a", "./b") });
    const ran = await run(root, [], { GOPROXY: "off" });
    expect([ran.exitCode, tests(ran), ran.stages["deps"]]).toEqual([
      ...[0, { a: 1, b: 1 }, "warned: only go.work says where modules are that a requires"],
    ]);
    expect(ran.findings).toEqual(["deps a/go.mod:- only go.work says where example.com/b is"]);
    const off = await run(root, ["--workspace=off"], { GOPROXY: "off" });
    expect([off.exitCode, off.stages["a#deps"], off.stages["b#test"]]).toEqual([
      1,
      "failed: go.sum has no entry for example.com/b",
      "passed",
    ]);
    expect(off.said).toContain("add `replace example.com/b => ../b` to go.mod");
  });

  it("needs no more than `replace ../x` where a module has that", async () => {
    const replaced = { "a/go.mod": `${requires}\nreplace example.com/b => ../b\n` };
    for (const more of [{}, work("./a", "./b")]) {
      const ran = await run(repository({ ...users, ...replaced, ...more }), [], { GOPROXY: "off" });
      expect([ran.exitCode, tests(ran), ran.findings]).toEqual([0, { a: 1, b: 1 }, []]);
    }
    const gone = await run(repository({ ...users, "a/go.mod": `${requires}\nreplace example.com/b => ../gone\n` }));
    expect([gone.exitCode, gone.stages["a#test"], gone.stages["b#test"]]).toEqual([
      1,
      "blocked: a#deps did not pass",
      "passed",
    ]);
    expect(gone.said).toContain("replacement directory ../gone does not exist\ncorrect the `replace` in go.mod");
  });

  it("that cannot be loaded says so in Go's words at go.work, and hides no module outside of it", async () => {
    const cases: readonly [string, Files, string][] = [
      [
        "go 1.24",
        { "a/go.mod": goMod("example.com/a", "", "1.25.0") },
        "module a listed in go.work file requires go >= 1.25.0, but go.work lists go 1.24; to update it: go work use",
      ],
      [
        "gone",
        work("./a", "./b", "./gone"),
        "cannot load module gone listed in go.work file: open gone/go.mod: no such file or directory",
      ],
      [
        "outside of the repository",
        work("./a", "./b", "../nowhere"),
        "cannot load module ../nowhere listed in go.work file: open ../nowhere/go.mod: no such file or directory",
      ],
      [
        "vendor",
        { ...lib("a", { more: "\nrequire example.com/dep v1.0.0\n" }), "vendor/modules.txt": "## workspace\n" },
        "vendor does not fit go.work",
      ],
    ];
    for (const [what, files, title] of cases) {
      const ran = await run(repository({ ...lib("a"), ...lib("b"), ...lib("out"), ...work("./a", "./b"), ...files }));
      const blocked = "blocked: deps did not pass";
      expect(ran.stages, what).toEqual({
        deps: `failed: ${title}`,
        ...{ "a#format": "passed", "a#vet": blocked, "a#test": blocked, "a#build:linux/amd64": blocked },
        ...{ "b#format": "passed", "b#vet": blocked, "b#test": blocked, "b#build:linux/amd64": blocked },
        ...good("out#"),
      });
      expect([ran.exitCode, ran.findings], what).toEqual([1, [`deps go.work:- ${title}`]]);
    }
    const bad = await run(repository({ ...lib("a"), ...lib("out"), "go.work": "go 1.24\n\nuse ./a\nnope\n" }));
    expect([bad.exitCode, bad.findings, bad.stages["out#test"]]).toEqual([
      1,
      ["deps go.work:4 go.work cannot be read"],
      "passed",
    ]);
  });

  it("that names what lies elsewhere counts where it is, and the rest is named", async () => {
    const files = { ...lib("a", { dir: "s/a" }), ...lib("b"), "s/go.work": "go 1.24\n\nuse (\n\t./a\n\t../b\n)\n" };
    const root = repository(files);
    const below = await run(root, [], {}, "s");
    expect([below.exitCode, tests(below)]).toEqual([0, { "s/a": 1 }]);
    expect(below.report?.warnings).toEqual([expect.stringContaining("the Go modules in b.")]);
    const all = await run(root);
    expect([all.exitCode, tests(all)]).toEqual([0, { b: 1, "s/a": 1 }]);
  });

  it("leads to modules through links and by absolute paths, and may lead out of the repository", async () => {
    const outside = directory(lib("out", { dir: "." }));
    const uses = 'package a\n\nimport (\n\t_ "example.com/b"\n\t_ "example.com/out"\n)\n';
    const root = repository({ ...lib("a"), "a/z.go": uses, ...lib("b", { dir: ".hidden/b" }) });
    symlinkSync(".hidden/b", join(root, "l"));
    writeFileSync(join(root, "go.work"), `go 1.24\n\nuse (\n\t${root}/a\n\t./l\n\t${outside}\n)\n`);
    const ran = await run(root);
    expect([ran.exitCode, tests(ran), ran.stages["deps"]]).toEqual([0, { a: 1, l: 1 }, "passed"]);
    expect(ran.report?.warnings).toEqual([expect.stringContaining(`the Go modules in ${relative(root, outside)}.`)]);
  });

  it("that names nothing that is there is an error without modules", async () => {
    for (const [uses, words] of [
      [[], "go.work names no module."],
      [["./gone"], "go.work names gone, where the repository has no go.mod."],
    ] as const) {
      const ran = await run(repository(work(...uses)));
      expect([ran.exitCode, ran.report, ran.log]).toEqual([2, null, expect.stringContaining(words)]);
    }
  });

  describe("with a module from elsewhere", () => {
    /** `a` needs a published module; `sums` in go.sum of which file. */
    function withDependency({ vendored = false, more = "" } = {}) {
      const proxy = directory({});
      publishModule(proxy, "example.com/dep", "v1.0.0", {
        "go.mod": goMod("example.com/dep"),
        "dep.go": "package dep\n",
      });
      const cache = directory({});
      const env = {
        GOPROXY: `file://${proxy}`,
        GOSUMDB: "off",
        GOMODCACHE: cache,
        GOFLAGS: "-modcacherw -buildvcs=false",
      };
      const files = {
        ...lib("a", { more: `\nrequire example.com/dep v1.0.0\n${more}` }),
        "a/y.go": 'package a\n\nimport _ "example.com/dep"\n',
        ...lib("b"),
        ...work("./a", "./b"),
      };
      const root = repository(files);
      const go = (dir: string, ...args: readonly string[]) =>
        execFileSync("go", args, { cwd: join(root, dir), env: cleanEnv(env), stdio: "pipe" });
      go(".", "mod", "download");
      if (vendored) go(".", "work", "vendor");
      return { root, env, go };
    }
    const incomplete = "go.sum of a is complete only together with go.work: run `GOWORK=off go mod tidy` there";

    it("warns of a go.sum that is complete only in it, and without it fails", async () => {
      const { root, env, go } = withDependency();
      const ran = await run(root, [], env);
      expect([ran.exitCode, ran.report?.conclusion, ran.stages["deps"], tests(ran)]).toEqual([
        0,
        "success",
        `warned: ${incomplete}`,
        { a: 1, b: 1 },
      ]);
      expect(ran.findings).toEqual(["deps a/go.sum:- go.sum is complete only together with go.work"]);
      expect(ran.said).toContain("Run: (cd a && GOWORK=off go mod tidy)");
      const off = await run(root, ["--workspace=off"], env);
      expect([off.exitCode, off.stages["a#deps"], off.stages["b#test"]]).toEqual([
        1,
        "failed: go.sum has no entry for example.com/dep",
        "passed",
      ]);
      execFileSync("sh", ["-c", "cd a && GOWORK=off go mod tidy"], { cwd: root, env: cleanEnv(env), stdio: "pipe" });
      const tidied = [await run(root, [], env), await run(root, ["--workspace=off"], env)];
      expect(tidied.map(({ exitCode, findings }) => [exitCode, findings])).toEqual([
        [0, []],
        [0, []],
      ]);
      go(".", "clean", "-modcache");
    });

    it("compares a go.sum with the Go of go.work, whose toolchain line alone counts in a workspace", async () => {
      const { root, env, go } = withDependency({ more: "\ntoolchain go1.99.1\n" });
      const ran = await run(root, [], { ...env, GOTOOLCHAIN: "auto" });
      expect([ran.exitCode, ran.stages["deps"], tests(ran)]).toEqual([0, `warned: ${incomplete}`, { a: 1, b: 1 }]);
      const off = await run(root, ["--workspace=off"], { ...env, GOTOOLCHAIN: "auto" });
      expect([off.exitCode, off.report?.reasons]).toEqual([3, [expect.stringContaining("toolchain line of a/go.mod")]]);
      go(".", "clean", "-modcache");
    });

    it("is no place for GOFLAGS=-mod=mod, as Go says", async () => {
      const { root, env } = withDependency();
      const flags = { ...env, GOFLAGS: `${env.GOFLAGS} -mod=mod` };
      const ran = await run(root, [], flags);
      expect([ran.exitCode, ran.report?.reasons]).toEqual([
        3,
        [expect.stringContaining("-mod may only be set to readonly or vendor when in workspace mode")],
      ]);
      const off = await run(root, ["--workspace=off"], flags);
      expect([off.exitCode, off.stages["b#test"], existsSync(join(root, "a/go.sum"))]).toEqual([1, "passed", false]);
    });

    it.each(["", " -mod=vendor"])("takes what `go work vendor` has laid beside it, with GOFLAGS%s", async (flag) => {
      const { root, env } = withDependency({ vendored: true });
      const offline = { ...env, GOPROXY: "off", GOMODCACHE: directory({}), GOFLAGS: `${env.GOFLAGS}${flag}` };
      const ran = await run(root, [], offline);
      expect([ran.exitCode, ran.stages["deps"], tests(ran)]).toEqual([0, `warned: ${incomplete}`, { a: 1, b: 1 }]);
    });
  });
});

it("several modules have one image, one threshold and one total", async () => {
  const files = { ...lib("a"), ...lib("b"), "b/z.go": "package b\n\nfunc g() int { return 2 }\n" };
  const root = repository(files);
  const met = await run(root, ["--coverage-threshold=66"]);
  expect([met.exitCode, met.report?.totals.coverage]).toMatchObject([0, { covered: 2, statements: 3 }]);
  const missed = await run(root, ["--coverage-threshold=67"]);
  expect([missed.exitCode, missed.stages["test:coverage"]]).toEqual([
    1,
    expect.stringMatching(/^failed: coverage is 66.7%/),
  ]);
  expect(missed.report?.stages.filter(({ gate }) => gate === "image").map(({ module }) => module)).toEqual([null]);
});
