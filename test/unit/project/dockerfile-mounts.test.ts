import { describe, expect, test } from "vitest";
import { goCacheMounts, neededStages, stageOutline } from "../../../src/project/dockerfile-mounts.ts";
import { parseDockerfile } from "../../../src/project/dockerfile-parse.ts";

const parse = (...lines: readonly string[]) => parseDockerfile("Dockerfile", `${lines.join("\n")}\n`);
const seen = (...lines: readonly string[]) =>
  goCacheMounts(parse(...lines)).map(({ kind, target, identity }) => [kind, target, identity]);

describe("goCacheMounts", () => {
  test("finds where caches of Go are mounted, by their usual places and by what ENV names", () => {
    expect(
      seen(
        "FROM golang AS build",
        'ENV GOCACHE="/cache/build" GOMODCACHE=/cache/mod GOFLAGS=-x',
        "RUN --mount=type=cache,target=/go/pkg/mod go mod download",
        "RUN --mount=type=cache,id=m,dst=/go/pkg/mod/ --mount=target=/root/.cache/go-build,type=cache,ro go build",
        "RUN --mount=type=cache,destination=/cache/mod --mount=type=cache,target=/cache/build,sharing=locked go build",
        "RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache apt-get install -y git",
        "RUN --mount=type=bind,target=/go/pkg/mod true",
        "RUN echo --mount=type=cache,target=/x/pkg/mod",
      ),
    ).toEqual([
      ["modules", "/go/pkg/mod", "id=/go/pkg/mod"],
      ["modules", "/go/pkg/mod", "id=m"],
      ["compiled", "/root/.cache/go-build", "id=/root/.cache/go-build"],
      ["modules", "/cache/mod", "id=/cache/mod"],
      ["compiled", "/cache/build", "id=/cache/build,sharing=locked"],
    ]);
    expect(seen("FROM golang", "ENV GOCACHE /c", "RUN --mount=type=cache,target=/c go build")).toEqual([
      ["compiled", "/c", "id=/c"],
    ]);
    expect(seen("FROM golang", "RUN --mount=type=cache,target=$GOCACHE,uid=1 go build")).toEqual([
      ["compiled", "$GOCACHE", "id=$GOCACHE,uid=1"],
    ]);
    expect(seen("FROM golang", "RUN --mount=type=cache,target=/c go build")).toEqual([]);
  });

  test.each(["secret,id=token", "ssh"])("says that a RUN with %s uses one too", (type) => {
    const cache = "--mount=type=cache,target=/go/pkg/mod";
    const found = goCacheMounts(
      parse("FROM golang", `RUN ${cache} go build`, `RUN --mount=type=${type} ${cache} true`),
    );
    expect(found).toMatchObject([{ target: "/go/pkg/mod", besideSecrets: true }]);
  });
});

test.each([
  ["--mount=type=cache,target=/root/.cache/go-build,sharing=locked", true],
  ["--mount=type=cache,sharing=shared,target=/root/.cache/go-build/", true],
  ["--mount=type=cache,id=/root/.cache/go-build,target=/elsewhere", true],
  ["--mount=type=cache,target=$GOCACHE", true],
  ["--mount=type=cache,id=other,target=/root/.cache/go-build", false],
  ["--mount=type=cache,target=/var/cache/apt", false],
])("a cache is one by its id: %s beside secrets, %s", (mount, besideSecrets) => {
  const found = goCacheMounts(
    parse(
      "FROM golang AS first",
      `RUN ${mount} --mount=type=secret,id=token true`,
      "FROM golang",
      "RUN --mount=type=cache,target=/root/.cache/go-build go build",
    ),
  );
  expect(found.at(-1)).toMatchObject({ target: "/root/.cache/go-build", stage: 1, besideSecrets });
});

describe("neededStages", () => {
  const file = parse(
    "FROM a AS base",
    "FROM base AS tools",
    "FROM b AS build",
    "RUN --mount=type=bind,from=tools,target=/t true",
    "FROM c AS test",
    "FROM scratch",
    "COPY --from=build /app /",
  );

  test("are those that the built one comes from, by FROM, COPY and mounts", () => {
    expect([...neededStages(file, null)].sort()).toEqual([0, 1, 2, 4]);
    expect([...neededStages(file, "TEST")]).toEqual([3]);
    expect([...neededStages(file, "1")].sort()).toEqual([0, 1]);
    expect([...neededStages(file, "none")]).toEqual([]);
  });
});

test("stageOutline has base, variables and arguments of a stage and of those that it builds on, and nothing else", () => {
  const file = parse(
    "# syntax=docker/dockerfile:1",
    "# check=error=true",
    "ARG GO=1.26",
    "FROM --platform=$BUILDPLATFORM golang:$GO AS base",
    "ENV GOPATH=/go",
    "RUN true",
    "FROM alpine AS other",
    "ENV X=1",
    "FROM base AS build",
    "ARG CACHE=x",
    "COPY . .",
  );
  expect(stageOutline(file, 2)).toEqual([
    "# syntax=docker/dockerfile:1",
    "ARG GO=1.26",
    "FROM --platform=$BUILDPLATFORM golang:$GO AS base",
    "ENV GOPATH=/go",
    "FROM base AS build",
    "ARG CACHE=x",
  ]);
});
