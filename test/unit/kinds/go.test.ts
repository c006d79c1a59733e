import { describe, expect, it } from "vitest";
import { buildTags, goproxy, goVersion, modulePatterns, packages } from "../../../src/kinds/go.ts";
import { goPlatforms } from "../../../src/kinds/go-platforms.ts";
import { ldflags, splitFlags } from "../../../src/kinds/ldflags.ts";
import { imagePlatforms, platforms, variants } from "../../../src/kinds/platform.ts";
import { read } from "./read.ts";

describe("Go versions", () => {
  it.each(["1.22", "1.26", "1.26.8", "1.100.0", "1.27rc1", "1.28beta1", "stable", "oldstable"])("take %s", (text) => {
    expect(read(goVersion, text)).toBe(text);
  });

  it.each([
    ["1.21.13", "1.21.13 is too old; at least 1.22"],
    ["go1.26", '"go1.26" is not written as a Go version; write 1.26'],
    ["1", '"1" is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable'],
    ["1.x", '"1.x" is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable'],
    ["1.27.0rc1", '"1.27.0rc1" is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable'],
    ["Stable", '"Stable" is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable; did you mean "stable"?'],
    ["2.0", '"2.0" is not a Go version such as 1.26 or 1.26.8, nor stable or oldstable'],
  ])("refuse %j", (text, problem) => {
    expect(read(goVersion, text)).toEqual([problem]);
  });
});

describe("platforms", () => {
  it("take every platform of Go", () => {
    expect(read(platforms, goPlatforms.join(","))).toHaveLength(goPlatforms.length);
    expect(goPlatforms).toContain("linux/amd64");
  });

  it("take every variant", () => {
    for (const [arch, known] of Object.entries(variants)) {
      const os = goPlatforms.find((platform) => platform.endsWith(`/${arch}`))?.split("/")[0];
      const list = known.map((variant) => `${os}/${arch}/${variant}`).join("\n");
      expect(read(platforms, list)).toEqual(known.map((variant) => ({ os, arch, variant })));
    }
  });

  it("count twins once", () => {
    expect(read(platforms, "linux/arm/v7, linux/arm/v7")).toEqual([{ os: "linux", arch: "arm", variant: "v7" }]);
  });

  it.each([
    ["linux/amd46", '"linux/amd46" is no platform of Go (see `go tool dist list`); did you mean "linux/amd64"?'],
    ["Linux/amd64", '"Linux/amd64" is not written as os/arch or os/arch/variant; did you mean "linux/amd64"?'],
    ["linux", '"linux" is not written as os/arch or os/arch/variant'],
    ["windows/arm", '"windows/arm" is no platform of Go (see `go tool dist list`); did you mean "windows/arm64"?'],
    ["linux/arm/v8", '"linux/arm/v8": "v8" is no variant of arm; use v5, v6 or v7'],
    ["linux/s390x/v1", '"linux/s390x/v1": s390x has no variants'],
    ["linux/amd64;id", '"linux/amd64;id" is not written as os/arch or os/arch/variant; did you mean "linux/amd64"?'],
  ])("refuse %j", (text, problem) => {
    expect(read(platforms, text)).toEqual([problem]);
  });

  it("of images are Linux, and arm64/v8 is arm64", () => {
    expect(read(imagePlatforms, "linux/arm64/v8,linux/arm64,linux/arm/v7")).toEqual([
      { os: "linux", arch: "arm64", variant: null },
      { os: "linux", arch: "arm", variant: "v7" },
    ]);
    expect(read(imagePlatforms, "windows/amd64")).toEqual([
      '"windows/amd64" is no platform of an image; use linux/386, linux/amd64, linux/arm, linux/arm64, linux/loong64, linux/mips64le, linux/ppc64le, linux/riscv64 or linux/s390x; did you mean "linux/amd64"?',
    ]);
    expect(read(imagePlatforms, "linux/amd64/v9")).toEqual([
      '"linux/amd64/v9": "v9" is no variant of amd64; use v1, v2, v3 or v4',
    ]);
  });
});

describe("packages and tags", () => {
  it.each(["./...", "./cmd/tool", ".", "example.com/mod/...", "../sibling/..."])("take %s", (text) => {
    expect(read(packages, text)).toEqual([text]);
  });

  it("say a directory as Go does, which tells what a pattern matches by it", () => {
    expect(read(packages, "./cmd/, ./")).toEqual(["./cmd", "."]);
  });

  it.each([
    ["-exec=evil", '"-exec=evil" is a flag; package patterns look like ./cmd/...'],
    ["main.go", '"main.go" is a file; name the directory of its package'],
    ["example.com/x@v1", '"example.com/x@v1" names a version; packages of this repository have none'],
    ["/abs/...", '"/abs/..." is absolute; write it relative, such as ./cmd/...'],
    ["C:/x", '"C:/x" is absolute; write it relative, such as ./cmd/...'],
    [".\\cmd", '".\\\\cmd" contains a backslash; write / between directories'],
  ])("refuse the package %j", (text, problem) => {
    expect(read(packages, text)).toEqual([problem]);
  });

  it("know build tags", () => {
    expect(read(buildTags, "integration,go1.26\nnetgo")).toEqual(["integration", "go1.26", "netgo"]);
    expect(read(buildTags, "a b,!c")).toEqual([
      '"a b" is not a build tag; use letters, digits, _ and ., with commas between tags',
      '"!c" is not a build tag; use letters, digits, _ and ., with commas between tags',
    ]);
  });

  it("know patterns of modules", () => {
    expect(read(modulePatterns, "*.corp.example.com,github.com/owner/*")).toEqual([
      "*.corp.example.com",
      "github.com/owner/*",
    ]);
    expect(read(modulePatterns, "a b")).toEqual(['"a b" is not a pattern of module paths such as github.com/owner/*']);
  });
});

describe("GOPROXY", () => {
  it.each(["https://proxy.example.com,direct", "https://a.example|https://b.example,off", "file:///mod", "off"])(
    "takes %s",
    (text) => {
      expect(read(goproxy, text)).toBe(text);
    },
  );

  it("refuses logins and rubbish without showing them", () => {
    expect(read(goproxy, "https://me:hunter2@proxy.example.com")).toEqual([
      "holds a password for proxy.example.com; put https://user:token@proxy.example.com into git-credentials",
    ]);
    const form = "is not a list of https:// addresses, direct and off, with , or | between them";
    expect(read(goproxy, "hunter2")).toEqual([form]);
    expect(read(goproxy, "")).toEqual([form]);
    expect(read(goproxy, "ftp://x")).toEqual([form]);
  });
});

describe("ldflags", () => {
  const why = "is not taken from the config file, which a pull request can change; set ldflags with a flag or `with:`";

  it("take anything from flags", () => {
    for (const text of ["-s -w -X 'main.v=a b'", '-extld=/bin/cc -linkmode external -extldflags "-static -B x"', ""]) {
      expect(read(ldflags, text)).toBe(text);
    }
    expect(read(ldflags, "-X 'main.v=1")).toEqual([
      "has a quote that is not closed; the go command knows '…' and \"…\" around words",
    ]);
  });

  it.each([
    "-s -w -X main.version=1.2.3",
    "all=-s -w",
    "-linkmode external -extldflags '-static -lm'",
    '"-extldflags=-static -s"',
    "-X=main.v=@1",
    "--buildid=",
  ])("take %s from the config file", (text) => {
    expect(read(ldflags, text, "config")).toBe(text);
  });

  it.each([
    ["-s -extld=./evil", "-extld=./evil"],
    ["--extld ./evil", "--extld"],
    ["all=-extld=./evil", "-extld=./evil"],
    ["net http=-extld=./evil", "net"],
    ["-s -cpuprofile=../x", "-cpuprofile=../x"],
    ["-X @flags", "@flags"],
    ["-s x -extar=./evil", "-extar=./evil"],
    ['-X a\u00a0"b -extld=./evil c"', "-extld=./evil"],
    ["-X main.v=1 stray", "stray"],
  ])("refuse %s in the config file", (text, word) => {
    const result = read(ldflags, text, "config");
    expect(result).toEqual([expect.stringContaining(`"${word}" ${why}`)]);
  });

  it.each([
    "-extldflags -wrapper",
    "'-extldflags=-static -B./x'",
    "-extldflags='-static",
    "'-extldflags=-fplugin=./x.so'",
  ])("refuse programs of the C compiler: %s", (text) => {
    expect(read(ldflags, text, "config")).toEqual([expect.stringMatching(/^"'?-\S+" in -extldflags is not taken/)]);
  });

  it("are split as Go does", () => {
    expect(splitFlags(`-X 'a b' "c"d e'f -s`)).toEqual(["-X", "a b", "c", "d", "e'f", "-s"]);
  });
});
