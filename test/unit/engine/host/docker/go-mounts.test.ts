import { describe, expect, test } from "vitest";
import { looksDamaged } from "../../../../../src/engine/host/docker/go-mounts.ts";
import { mountPlan } from "../../../../../src/engine/host/docker/go-mounts-plan.ts";
import type { ImageStep } from "../../../../../src/model/step.ts";
import { parseDockerfile } from "../../../../../src/project/dockerfile-parse.ts";
import { imageStep } from "../../../../support/steps.ts";

const source = {
  type: "dockerfile",
  ...{ context: ".", dockerfile: "Dockerfile", target: null, buildArgs: [], secretIds: [] },
} as const;
const linux = (arch: string) => ({ os: "linux", arch, variant: null });

function planOf(lines: readonly string[], step: Partial<ImageStep> = {}) {
  const parsed = parseDockerfile("Dockerfile", `${lines.join("\n")}\n`);
  return mountPlan(imageStep({ source, ...step }), { type: "dockerfile", source, parsed }, "amd64");
}

const mod = "--mount=type=cache,target=/go/pkg/mod";
const build = "--mount=type=cache,target=/root/.cache/go-build";

describe("what is done with Go's caches that a Dockerfile mounts", () => {
  test("is planned for the stage that mounts most of them, among those that the image needs", () => {
    const plan = planOf([
      "FROM golang AS deps",
      `RUN ${mod} go mod download`,
      "FROM deps AS build",
      `RUN ${mod} ${build} go build`,
      "FROM lint AS lint",
      `RUN ${mod} ${build} --mount=type=cache,target=/x/go-build lint`,
      "FROM scratch",
      "COPY --from=build /app /",
    ]);
    expect(plan).toMatchObject({ left: [], platform: null, outline: ["FROM golang AS deps", "FROM deps AS build"] });
    expect([...(plan?.mounts.keys() ?? [])]).toEqual(["modules", "compiled"]);
  });

  test("leaves those that are not the same for all, and says why", () => {
    const plan = planOf(
      [
        "FROM golang AS other",
        `RUN --mount=type=cache,target=/o/pkg/mod go mod download`,
        "FROM golang",
        "COPY --from=other /x /",
        `RUN ${mod} --mount=type=cache,id=b-$TARGETARCH,target=/root/.cache/go-build go build`,
        `RUN --mount=type=cache,from=other,target=/c/go-build --mount=type=secret,id=t ${build} go build`,
        "RUN --mount=type=cache,id=a;b,target=/d/go-build go build",
      ],
      { platforms: [linux("arm64"), linux("amd64")] },
    );
    expect(plan?.platform).toBe("linux/amd64");
    expect([...(plan?.mounts.values() ?? [])].map(({ target }) => target)).toEqual(["/go/pkg/mod"]);
    expect(plan?.left).toEqual([
      "/o/pkg/mod (another stage mounts it)",
      "/root/.cache/go-build (a RUN that mounts secrets uses it too)",
      "/c/go-build (it begins with files of an image)",
      "/d/go-build (its options are not understood)",
    ]);
    const each = ["FROM golang", `RUN --mount=type=cache,id=b-$TARGETARCH,target=/root/.cache/go-build go build`];
    expect(planOf(each)?.left).toEqual([]);
    expect(planOf(each, { platforms: [linux("arm64"), linux("amd64")] })?.left).toEqual([
      "/root/.cache/go-build (each platform has its own)",
    ]);
  });

  test("is nothing where there are none", () => {
    expect(planOf(["FROM golang", "RUN go build"])).toBeNull();
  });

  test("is kept apart by base image and Dockerfile, not by build arguments", () => {
    const lines = ["ARG GO=1.26", "FROM golang:$GO", `RUN ${mod} go build`];
    const exact = (text: readonly string[]) => planOf(text)?.scope.exact;
    expect(exact(lines)).toMatch(/^[0-9a-f]{12}$/);
    expect(exact([...lines, "ENV X=1"])).not.toBe(exact(lines));
    expect(exact(["ARG GO=1.27", ...lines.slice(1)])).not.toBe(exact(lines));
    expect(planOf(lines)?.scope.scope).toMatch(/^[0-9a-f]{12}$/);
  });
});

test.each([
  ["verifying example.com/dep@v1.2.3: checksum mismatch", true],
  ["zip: not a valid zip file", true],
  ["go: open /go/pkg/mod/cache/download/example.com/dep/@v/v1.2.3.lock: permission denied", true],
  ["write /root/.cache/go-build/ab/cd-d: no space left on device", true],
  ["open /data/x: permission denied", false],
  ["./main.go:3:8: could not import example.com/dep (unexpected EOF)", true],
  ["./main.go:3:8: undefined: x", false],
  ["--- FAIL: TestZip (0.00s)", false],
])("%j: damaged caches are to blame: %j", (line, blame) => {
  const nothing = { cached: false, failedStep: null, line: null, checks: [] };
  expect(looksDamaged({ ...nothing, failedOutput: [line], error: "exit code: 1" })).toBe(blame);
});
