import { describe, expect, it } from "vitest";
import { refusedBase, wantedPlatforms, wrongBase } from "../../../../src/engine/image/base-platform.ts";

const wrong = (...pairs: readonly (readonly [wanted: string, found: string])[]): string | null =>
  wrongBase(
    "alpine:3.22",
    pairs.map(([wanted, found]) => ({ wanted, found })),
  );

describe("the base of an image of a binary", () => {
  it("is right where it is for the platform, or for older processors of its kind", () => {
    expect(wrong()).toBeNull();
    expect(wrong(["linux/amd64", "linux/amd64"], ["linux/arm64", "linux/arm64/v8"])).toBeNull();
    expect(wrong(["linux/arm/v7", "linux/arm/v6"], ["linux/arm/v7", "linux/arm"])).toBeNull();
    expect(wrong(["linux/riscv64", "linux/riscv64"], ["linux/amd64/v3", "linux/amd64"])).toBeNull();
  });

  it("is wrong for another processor, system or a newer one, and the reason names all of it", () => {
    expect(wrong(["linux/amd64", "linux/amd64"], ["linux/arm64", "linux/amd64"])).toBe(
      "docker-base: alpine:3.22 is an image for linux/amd64, and the image is for linux/arm64",
    );
    expect(wrong(["linux/arm64", "linux/amd64"], ["linux/s390x", "linux/amd64"])).toBe(
      "docker-base: alpine:3.22 is an image for linux/amd64, and the image is for linux/arm64, linux/s390x",
    );
    expect(wrong(["linux/arm/v6", "linux/arm/v7"])).toContain("is an image for linux/arm/v7");
    expect(wrong(["linux/amd64", "linux/amd64/v2"])).toContain("is an image for linux/amd64/v2");
    expect(wrong(["linux/amd64", "windows/amd64"])).toContain("is an image for windows/amd64");
    expect(wrong(["linux/arm64", "linux/arm/v7"])).toContain("is an image for linux/arm/v7");
  });

  it("is refused by `docker build` itself without BuildKit", () => {
    const error =
      'failed to get destination image "sha256:20c8": image with reference sha256:20c8 was found but does not match the specified platform: wanted linux/arm64, actual: linux/amd64';
    expect(refusedBase("b:1", error)).toBe(
      "docker-base: b:1 is an image for linux/amd64, and the image is for linux/arm64",
    );
    expect(refusedBase("b:1", "manifest unknown")).toBeNull();
  });

  it("is asked for by the platforms of the binaries, as builders spell them", () => {
    const binaries = [
      { platform: { os: "linux", arch: "amd64", variant: null }, stage: "build:linux/amd64", out: "a" },
      { platform: { os: "linux", arch: "arm", variant: null }, stage: "build:linux/arm", out: "b" },
    ] as const;
    const source = { type: "binary", binaries, entrypoint: "a", base: "b:1" } as const;
    expect(wantedPlatforms(source)).toEqual(["linux/amd64", "linux/arm/v7"]);
  });
});
