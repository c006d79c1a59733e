// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Dockerfiles
import { describe, expect, test } from "vitest";
import { baseImage, instructionLine, missingArgs, missingSecrets } from "../../../src/project/dockerfile-facts.ts";
import { type Dockerfile, parseDockerfile } from "../../../src/project/dockerfile-parse.ts";

function parse(...lines: readonly string[]): Dockerfile {
  return parseDockerfile("Dockerfile", lines.join("\n"));
}

describe("parseDockerfile", () => {
  test("joins continuation lines, skips comments and blank lines, counts stages", () => {
    const file = parse(
      "# syntax=docker/dockerfile:1",
      "ARG A=1",
      "from base as x",
      "RUN one \\",
      "  # comment",
      "",
      "  two",
      "COPY . /",
    );
    expect(file.instructions).toEqual([
      { line: 2, keyword: "ARG", value: "A=1", stage: -1 },
      { line: 3, keyword: "FROM", value: "base as x", stage: 0 },
      { line: 4, keyword: "RUN", value: "one two", stage: 0 },
      { line: 8, keyword: "COPY", value: ". /", stage: 0 },
    ]);
  });

  test("takes the escape character of the directive and line ends of Windows", () => {
    const file = parseDockerfile("Dockerfile", "# escape=`\r\nFROM a\r\nRUN dir C:\\`\r\n  x\r\n");
    expect(file.instructions.map((found) => found.value)).toEqual(["a", "dir C:\\ x"]);
  });

  test("joins lines as BuildKit does: an escaped escape character is none, and no space comes between", () => {
    const file = parse("FROM a", "RUN echo a\\\\", "RUN go bui\\", "ld ./...");
    expect(file.instructions.map(({ line, value }) => `${line} ${value}`)).toEqual([
      "1 a",
      "2 echo a\\\\",
      "3 go build ./...",
    ]);
  });

  test("leaves here-documents out", () => {
    const file = parse("FROM a", "RUN <<EOF", "FROM inside", "EOF", 'COPY <<-"X" /x', "RUN no", "X", "RUN after");
    expect(file.instructions.map(({ line, keyword }) => `${line} ${keyword}`)).toEqual([
      "1 FROM",
      "2 RUN",
      "5 COPY",
      "8 RUN",
    ]);
  });
});

describe("baseImage", () => {
  const file = parse(
    "ARG VERSION=1.26",
    "ARG IMAGE=golang:${VERSION}",
    "FROM --platform=$BUILDPLATFORM ${IMAGE} AS build",
    "FROM build AS test",
    "FROM scratch AS last",
  );

  test("is that of the last stage, or of the target, through stages that build on others", () => {
    expect(baseImage(file, { target: null, buildArgs: [] })).toBe("scratch");
    expect(baseImage(file, { target: "Test", buildArgs: [] })).toBe("golang:1.26");
    expect(baseImage(file, { target: "0", buildArgs: [] })).toBe("golang:1.26");
    expect(baseImage(file, { target: "none", buildArgs: [] })).toBeNull();
  });

  test("takes given arguments before defaults, and knows the two operators", () => {
    expect(baseImage(file, { target: "build", buildArgs: [["VERSION", "1.25"]] })).toBe("golang:1.25");
    expect(baseImage(file, { target: "build", buildArgs: [["IMAGE", "mine"]] })).toBe("mine");
    const inputs = { target: null, buildArgs: [] };
    expect(baseImage(parse("ARG A", "FROM x${A:-y}${A:+z}"), inputs)).toBe("xy");
    expect(baseImage(parse("ARG A", "FROM $A"), inputs)).toBeNull();
  });

  test.each([
    "golang:${VERSION%.*}",
    "golang:${VERSION#v}",
    "golang:${VERSION/a/b}",
    "golang:${VERSION:?}",
    "x:${TAG:-${VERSION}}",
  ])("cannot be told of %s", (base) => {
    const inputs = { target: null, buildArgs: [] };
    expect(baseImage(parse("ARG VERSION=1.26.8", `FROM ${base}`), inputs)).toBeNull();
    expect(baseImage(parse("ARG VERSION=1.26.8", `ARG BASE=${base}`, "FROM $BASE"), inputs)).toBeNull();
  });

  test("takes the value before the word of `:-`, and the word of `:+` before the value", () => {
    const set = parse("ARG A=v", "FROM x${A:-y}${A:+z}");
    expect(baseImage(set, { target: null, buildArgs: [] })).toBe("xvz");
    expect(baseImage(set, { target: null, buildArgs: [["A", ""]] })).toBe("xy");
  });

  test("does not stumble over lines that BuildKit will refuse", () => {
    const broken = parse("ARG", "FROM first AS", "FROM --platform=linux/amd64");
    expect(baseImage(broken, { target: null, buildArgs: [] })).toBe("");
    expect(baseImage(broken, { target: "0", buildArgs: [] })).toBe("first");
    expect(baseImage(broken, { target: "as", buildArgs: [] })).toBeNull();
    expect(baseImage(broken, { target: "7", buildArgs: [] })).toBeNull();
    expect(missingArgs(broken, [])).toEqual([]);
  });
});

test("missingArgs are those without a default that nobody sets", () => {
  const file = parse("ARG BASE", "FROM $BASE", "ARG BASE", "ARG A B=2 C", "ARG TARGETARCH HTTP_PROXY", 'ARG D="x y"');
  expect(missingArgs(file, [["A", ""]])).toEqual(["BASE", "C"]);
});

test("missingSecrets are mounted and not given", () => {
  const file = parse(
    "FROM a",
    "RUN --mount=type=secret,id=one --mount=type=secret,target=/run/two x",
    "RUN --mount=type=cache,id=c y",
  );
  expect(missingSecrets(file, [])).toEqual(["one", "two"]);
  expect(missingSecrets(file, ["one"])).toEqual(["two"]);
  // A mount without any name is BuildKit's to refuse.
  const strange = parse("FROM a", "RUN plain", "RUN --mount=type=secret x", "RUN --mount=type=secret,dst=/a/b x");
  expect(missingSecrets(strange, [])).toEqual(["b"]);
});

describe("instructionLine", () => {
  const file = parse(
    "ARG V=1",
    "FROM golang:$V AS b",
    "COPY . .",
    "RUN go build \\",
    "    ./cmd/$V",
    "FROM alpine",
    "COPY --from=b /x /x",
    "COPY --from=b /x /x",
  );

  test("finds a step by its text, with variables expanded by BuildKit too", () => {
    expect(instructionLine(file, "[b 2/3] COPY . .")).toBe(3);
    expect(instructionLine(file, "[b 3/3] RUN go build     ./cmd/$V")).toBe(4);
    expect(instructionLine(file, "[b 3/3] RUN go build ./cmd/1")).toBe(4);
  });

  test("finds the FROM of a base image", () => {
    expect(instructionLine(file, "[internal] load metadata for docker.io/library/alpine:latest")).toBe(6);
    expect(instructionLine(file, "[internal] load metadata for docker.io/library/golang:1")).toBe(2);
  });

  test("takes the first of several lines with the same base image", () => {
    const twice = parse("FROM --platform=linux/amd64", "FROM docker.io/library/golang:1 AS a", "FROM golang:1 AS b");
    expect(instructionLine(twice, "[internal] load metadata for docker.io/library/golang:1")).toBe(2);
  });

  test("does not guess", () => {
    const variables = parse("ARG A", "ARG B", "FROM $A", "FROM $B");
    expect(instructionLine(variables, "[internal] load metadata for docker.io/library/golang:1")).toBeNull();
    expect(instructionLine(parse("FROM alpine"), "[internal] load metadata for example.com/other:1")).toBeNull();
    expect(instructionLine(parse("FROM $A", "RUN $B"), "[2/2] RUN echo 1")).toBeNull();
    expect(instructionLine(file, "[stage-1 2/3] COPY --from=b /x /x")).toBeNull();
    expect(instructionLine(file, "exporting to image")).toBeNull();
  });
});
