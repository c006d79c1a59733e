import { describe, expect, it } from "vitest";
import { fileFloors } from "../../../src/kinds/file-floors.ts";
import {
  imageName,
  imageReference,
  imageTags,
  isReference,
  registryOf,
  sbomGenerator,
} from "../../../src/kinds/image.ts";
import { filled, splitList } from "../../../src/kinds/list.ts";
import { assignments, environment } from "../../../src/kinds/pairs.ts";
import { globs, prefixGlob } from "../../../src/kinds/path.ts";
import { statuses } from "../../../src/kinds/status.ts";
import { words } from "../../../src/kinds/words.ts";
import { globMatcher } from "../../../src/text/glob.ts";
import { raw, read } from "./read.ts";

describe("lists", () => {
  it("are split at commas, lines and occurrences; lines with # do not count", () => {
    expect(splitList(raw("a, b,,c\r\n# not, this\n  d  \n", "e"))).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("keep commas in braces", () => {
    expect(splitList(raw("**/{gen,mocks}/**,x}"))).toEqual(["**/{gen,mocks}/**", "x}"]);
  });

  it("are not split when they are entries already", () => {
    expect(splitList({ ...raw("a,b", " # c "), entries: true })).toEqual(["a,b", "# c"]);
  });

  it("count repeated entries once and may have to hold one", () => {
    expect(read(imageTags, "v1,v2,v1")).toEqual(["v1", "v2"]);
    expect(read(filled(imageTags), "# none")).toEqual([
      "is empty; it takes tags such as `v1` or `{version}`, or references such as `ghcr.io/owner/app:v1`",
    ]);
  });

  it("report every entry that is wrong", () => {
    expect(read(imageTags, "-a,b,@")).toEqual([
      '"-a" is neither a tag nor name:tag',
      '"@" has a digest; a tag is what an image is given',
    ]);
  });
});

describe("NAME=value", () => {
  it("is split at lines and occurrences only", () => {
    const text = "A=1,2\n# comment\n\n  B = x = y \nC=";
    expect(assignments.parse(raw(text, "D=4"))).toEqual({
      ok: true,
      value: [
        ["A", "1,2"],
        ["B", " x = y "],
        ["C", ""],
        ["D", "4"],
      ],
    });
  });

  it("may span lines in double quotes", () => {
    expect(read(assignments, '"A=first\nsecond ""quoted"""\r\nB=2')).toEqual([
      ["A", 'first\nsecond "quoted"'],
      ["B", "2"],
    ]);
  });

  it.each([
    ["A", "a line has no `=`; write NAME=value, one per line"],
    ["1A=x", '"1A" is not a name; use letters, digits and _, not starting with a digit'],
    ["A-B=x", '"A-B" is not a name; use letters, digits and _, not starting with a digit'],
    ["=x", '"" is not a name; use letters, digits and _, not starting with a digit'],
    ["A=1\nA=2", '"A" is given twice'],
  ])("refuses %j", (text, problem) => {
    expect(read(assignments, text)).toEqual([problem]);
  });

  it("may be a name alone where that copies a variable", () => {
    expect(read(environment, "HOME\nA=1")).toEqual([
      ["HOME", null],
      ["A", "1"],
    ]);
  });
});

describe("words", () => {
  it("have a shell's quotes, and nothing is expanded", () => {
    expect(read(words(), `-run '^Test\\d+$' --x="a b" "" $HOME *.go a\\ b`)).toEqual([
      "-run",
      "^Test\\d+$",
      "--x=a b",
      "",
      "$HOME",
      "*.go",
      "a b",
    ]);
  });

  it("add up when they are repeated, and stay as they are in a YAML list", () => {
    expect(words().parse(raw("a b", "c"))).toEqual({ ok: true, value: ["a", "b", "c"] });
    expect(words().parse({ ...raw("a b", "'c"), entries: true })).toEqual({ ok: true, value: ["a b", "'c"] });
  });

  it("have closed quotes", () => {
    expect(read(words(), "serve 'now")).toEqual(["has a quote that is not closed; quote as in a shell"]);
    expect(read(words(), "serve now\\")).toEqual(["ends with a backslash; quote as in a shell"]);
    expect(read(words(), "$'\\c@'")).toEqual(["contains a NUL character"]);
  });
});

describe("statuses", () => {
  it("are numbers and ranges", () => {
    expect(read(statuses, "200-399,401")).toEqual([
      [200, 399],
      [401, 401],
    ]);
  });

  it.each([
    ["600", '"600" is not an HTTP status or a range of them, such as 200-399'],
    ["20", '"20" is not an HTTP status or a range of them, such as 200-399'],
    ["399-200", '"399-200" ends before it starts; write 200-399'],
    ["2xx", '"2xx" is not an HTTP status or a range of them, such as 200-399'],
  ])("refuse %j", (text, problem) => {
    expect(read(statuses, text)).toEqual([problem]);
  });
});

describe("images", () => {
  it.each([
    "app",
    "owner/app",
    "ghcr.io/owner/app",
    "localhost/app",
    "localhost:5000/a__b/c-d",
    "Registry:5000/app",
    "Registry.Example/app",
    "127.0.0.1/app",
    "[::1]/app",
    "[::1]:5000/app",
  ])("take the name %s", (name) => {
    expect(read(imageName, name)).toBe(name);
  });

  it.each([
    ["App", '"App" is not an image name; names are lower case: app'],
    // For docker "app" at the registry "Owner", findings/capital-letter-makes-owner-a-registry.sh.
    ["Owner/app", '"Owner/app" is not an image name; names are lower case: owner/app'],
    ["app:v1", '"app:v1" has a tag; put it into image-tags'],
    ["a//b", '"a//b" is not an image name'],
    ["-app", '"-app" is not an image name'],
    ["", '"" is not an image name'],
    ["a b", '"a b" is not an image name'],
  ])("refuse the name %j", (name, problem) => {
    expect(read(imageName, name)).toEqual([problem]);
  });

  it("take tags and references as tags", () => {
    expect(
      read(imageTags, "v1,ghcr.io/Owner/app:1.2,Owner/app:v1,Owner/app:{version},owner/app:{version},a/b,a@sha256:1"),
    ).toEqual([
      '"ghcr.io/Owner/app:1.2" is neither a tag nor name:tag; names are lower case: ghcr.io/owner/app:1.2',
      '"Owner/app:v1" is neither a tag nor name:tag; names are lower case: owner/app:v1',
      '"Owner/app:{version}" is neither a tag nor name:tag; names are lower case: owner/app:{version}',
      '"a/b" has no tag; write a/b:<tag>',
      '"a@sha256:1" has a digest; a tag is what an image is given',
    ]);
  });

  it("tell tags from references and know their registry", () => {
    expect(["v1", "app:v1", "ghcr.io/o/app:v1"].map(isReference)).toEqual([false, true, true]);
    expect(["app:v1", "owner/app", "ghcr.io/o/a:1", "localhost/a", "reg:5000/a"].map(registryOf)).toEqual([
      "docker.io",
      "docker.io",
      "ghcr.io",
      "localhost",
      "reg:5000",
    ]);
  });

  it("take references with tag and digest", () => {
    const digest = `golang:1.26@sha256:${"0".repeat(64)}`;
    expect(read(imageReference, digest)).toBe(digest);
    expect(read(imageReference, "golang@sha256:12")).toEqual(['"golang@sha256:12" is not an image reference']);
    expect(read(imageReference, "golang 1.26")).toEqual(['"golang 1.26" is not an image reference']);
  });
});

describe("the generator of an SBOM", () => {
  it("is BuildKit's own, another image, or none", () => {
    for (const word of ["true", "True", "TRUE"]) {
      expect(read(sbomGenerator, word)).toEqual(read(sbomGenerator, "docker/buildkit-syft-scanner:stable-1"));
    }
    for (const word of ["yes", "no", "1", "on"]) {
      expect(read(sbomGenerator, word)).toEqual([
        `"${word}" is neither true, false nor the image of a generator, whose name has a / (registry.example.com/buildkit-syft-scanner:1)`,
      ]);
    }
    expect(read(sbomGenerator, "FALSE")).toBeNull();
    expect(read(sbomGenerator, `mirror.example.com/scanner@sha256:${"a".repeat(64)}`)).toMatch(/^mirror/);
    expect(read(sbomGenerator, "Mirror/Scanner:1")).toEqual([
      '"Mirror/Scanner:1" is neither true, false nor the image of a generator, whose name has a / (registry.example.com/buildkit-syft-scanner:1); names are lower case: mirror/scanner:1',
    ]);
  });
});

describe("globs", () => {
  it("take wildcards, classes and alternatives", () => {
    expect(read(globs, "**/{gen,mocks}/*.go\ninternal/[a-c]?.go")).toEqual([
      "**/{gen,mocks}/*.go",
      "internal/[a-c]?.go",
    ]);
  });

  it.each([
    ["/etc/**", '"/etc/**" leaves the working directory; write it relative to that, without ..'],
    ["../x", '"../x" leaves the working directory; write it relative to that, without ..'],
    ["!a", '"!a" starts with !; negated patterns are not supported'],
    ["a\\b", '"a\\\\b" contains a backslash; write / between directories'],
    ["a[b", '"a[b" has a bracket that is not closed'],
    ["a/@(b|c)", '"a/@(b|c)" has a group; write alternatives as {a,b}'],
    ["{a,b}".repeat(9), `"${"{a,b}".repeat(9)}" has more than 256 alternatives`],
    ["{1..257}", '"{1..257}" has more than 256 alternatives'],
  ])("refuse %j", (text, problem) => {
    expect(read(globs, text)).toEqual([problem]);
  });

  it("are not too many", () => {
    const most = "{a,b}".repeat(8);
    expect(read(globs, most)).toEqual([most]);
    for (const pattern of ["{a,b}".repeat(800), "{1..100000000}", "{a,{1..1000}}"])
      expect(read(globs, pattern)).toEqual([expect.stringContaining("has more than 256 alternatives")]);
    expect(read(globs, "a".repeat(4_097))).toEqual([expect.stringContaining("is longer than 4096 characters")]);
  });

  it("become relative to the repository", () => {
    expect(prefixGlob(".", "**/gen")).toBe("**/gen");
    expect(prefixGlob("services/[api]", "**/gen")).toBe("services/\\[api\\]/**/gen");
    const directory = "!a{b,c}[d](e)@(f)+*?|\\";
    expect(globMatcher(prefixGlob(directory, "**/*.go"))(`${directory}/gen/x.go`)).toBe(true);
  });
});

describe("floors of files", () => {
  it("are for all, or for what a pattern has", () => {
    expect(read(fileFloors, "60, internal/{a,b}/**=80.5%")).toEqual([
      { glob: null, floor: 60 },
      { glob: "internal/{a,b}/**", floor: 80.5 },
    ]);
  });

  it.each([
    ["x", '"x" is not a percentage from 0 to 100, such as 80 or 72.5'],
    ["a/**=101", '"101" is not a percentage from 0 to 100, such as 80 or 72.5'],
    ["../a=5", '"../a" leaves the working directory; write it relative to that, without ..'],
    ["=5", '"=5" has no pattern'],
  ])("refuse %s", (text, problem) => {
    expect(read(fileFloors, text)).toEqual([problem]);
  });
});
