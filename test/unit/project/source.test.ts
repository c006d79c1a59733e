import { describe, expect, it } from "vitest";
import { embedMatcher, embedPatterns } from "../../../src/project/embed.ts";
import { uploadRule } from "../../../src/project/source.ts";
import type { Tree } from "../../../src/project/tree.ts";

const none: ReadonlySet<string> = new Set();

function tree(parts: Partial<Tree>): Tree {
  return { source: "git", tracked: [], untracked: [], ignored: [], warning: null, ...parts };
}

describe("uploadRule", () => {
  it("sends tracked and untracked files and leaves out what git ignores, as whole directories where it can", () => {
    const rule = uploadRule(
      tree({
        tracked: ["go.mod", "main.go", "web/index.html"],
        untracked: ["new/notes.txt"],
        ignored: ["app.log", "node_modules/a/b.js", "node_modules/a/c.js", "web/dist/app.js", "new/x.log"],
      }),
      none,
    );
    expect(rule.files).toEqual(["go.mod", "main.go", "new/notes.txt", "web/index.html"]);
    expect(rule.exclude).toEqual(["app.log", "new/x.log", "node_modules", "web/dist"]);
  });

  it("sends ignored files that a build needs and only those of their directory", () => {
    const ignored = [
      "gen/api.go",
      "gen/asm_amd64.s",
      "gen/notes.md",
      "gen/lib.h",
      "docs/example.c",
      "go.work",
      "go.work.sum",
      "third/go.mod",
      "third/x.go",
      ".cache/pkg/x.go",
      "go/pkg/mod/example.com/x@v1/x.go",
      "_old/x.go",
    ];
    const rule = uploadRule(tree({ tracked: ["main.go"], ignored }), none);
    const sent = ["gen/api.go", "gen/asm_amd64.s", "gen/lib.h", "go.work", "go.work.sum", "main.go", "third/go.mod"];
    expect(rule.files).toEqual([...sent, "third/x.go"]);
    expect(rule.exclude).toEqual([".cache", "_old", "docs", "gen/notes.md", "go"]);
  });

  it("sends an ignored vendor directory of Go, whatever is in it, and not one of another language", () => {
    const ignored = ["vendor/modules.txt", "vendor/x/LICENSE", "vendor/x/x.go", "php/vendor/a.php"];
    const rule = uploadRule(tree({ tracked: ["main.go"], ignored }), none);
    expect(rule.files).toEqual(["main.go", "vendor/modules.txt", "vendor/x/LICENSE", "vendor/x/x.go"]);
    expect(rule.exclude).toEqual(["php"]);
  });

  it("sends an ignored file that is embedded", () => {
    const rule = uploadRule(
      tree({ tracked: ["main.go"], ignored: ["static/app.js", "static/app.map"] }),
      new Set(["static/app.js"]),
    );
    expect(rule.files).toEqual(["main.go", "static/app.js"]);
    expect(rule.exclude).toEqual(["static/app.map"]);
  });

  it("leaves out secret-looking names only when git does not track them", () => {
    const rule = uploadRule(
      tree({
        tracked: ["a/.env.test", "certs/ca.pem"],
        untracked: [".env", ".env.local", "certs/key.PEM", ".netrc", "env.go"],
        ignored: ["embedded/.env"],
      }),
      new Set(["embedded/.env"]),
    );
    expect(rule.files).toEqual(["a/.env.test", "certs/ca.pem", "env.go"]);
    expect(rule.secretLooking).toEqual([".env", ".env.local", "certs/key.PEM", ".netrc", "embedded/.env"]);
    expect(rule.exclude).toEqual([".env", ".env.local", ".netrc", "certs/key.PEM", "embedded"]);
  });

  it("keeps keys below testdata when there is no git to say that they are tracked", () => {
    const files = ["tls/testdata/key.pem", "tls/key.pem"];
    expect(uploadRule(tree({ source: "walk", untracked: files }), none).secretLooking).toEqual(["tls/key.pem"]);
    expect(uploadRule(tree({ source: "git", untracked: files }), none).secretLooking).toEqual(files);
  });
});

describe("embedPatterns", () => {
  it("reads bare, quoted and back-quoted patterns of every directive line", () => {
    const source =
      'package x\n\n//go:embed a.txt "with space.txt" `b c/*`\n//go:embed all:static\r\n// go:embed no\nvar f embed.FS\n';
    expect(embedPatterns(source)).toEqual(["a.txt", "with space.txt", "b c/*", "all:static"]);
  });

  it("reads indented lines, as Go 1.26.8 does in a group of variables", () => {
    expect(embedPatterns("package x\n\nvar (\n\t//go:embed a.txt\n\ts string\n)\n")).toEqual(["a.txt"]);
  });
});

describe("embedMatcher", () => {
  const cases: readonly (readonly [pattern: string, path: string, embedded: boolean])[] = [
    ["static", "static/app.js", true],
    ["static", "static/deep/er/app.js", true],
    ["static", "static/.hidden", false],
    ["static", "static/_x/app.js", false],
    ["all:static", "static/_x/.hidden", true],
    ["static", "statics/app.js", false],
    ["static/*", "static/.hidden", true],
    ["*.txt", "a.txt", true],
    ["*.txt", "b/a.txt", false],
    ["b/*/c.txt", "b/x/c.txt", true],
    ["b/**/c.txt", "b/x/y/c.txt", false],
    ["[ab].txt", "b.txt", true],
    ["{a,b}.txt", "a.txt", false],
    ["!a.txt", "b.txt", false],
    [".", "any/file", true],
    [".", ".git-not", false],
  ];
  it.each(cases)("%s and %s: %s", (pattern, path, embedded) => {
    expect(embedMatcher(pattern)(path)).toBe(embedded);
  });
});
