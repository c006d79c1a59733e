import { describe, expect, it } from "vitest";
import { cacheKeys, settingsHash, sumsHash } from "../../../src/cache/keys.ts";
import { makeConfig } from "../../support/config.ts";

const facts = {
  engine: "host",
  os: "linux",
  arch: "x64",
  toolchain: "go1.26.8",
  ...{ image: "u1", settings: "aa", sums: "bb" },
} as const;

describe("keys", () => {
  it("fall back from the same image to the same modules to the same settings to the same toolchain", () => {
    expect(cacheKeys(facts).bases).toEqual([
      "go-pipeline-2-base-host-linux-x64-go1.26.8-aa-bb-u1-",
      "go-pipeline-2-base-host-linux-x64-go1.26.8-aa-bb-",
      "go-pipeline-2-base-host-linux-x64-go1.26.8-aa-",
      "go-pipeline-2-base-host-linux-x64-go1.26.8-",
    ]);
  });

  it("have one base a day, by the clock of Greenwich", () => {
    const { baseOf, bases } = cacheKeys(facts);
    const days = ["2026-11-29T00:00:00Z", "2026-11-29T23:59:59Z", "2026-11-30T00:00:00Z"];
    expect(days.map((day) => baseOf(new Date(day)))).toEqual(
      ["20261129", "20261129", "20261130"].map((day) => bases[0] + day),
    );
  });

  it("name the base of a delta, or that there is none", () => {
    const { deltas, baseOf } = cacheKeys(facts);
    const base = baseOf(new Date("2026-11-29T00:00:00Z"));
    const [exact, other] = deltas(base);
    expect(exact).toMatch(/^go-pipeline-2-delta-[0-9a-f]{16}-aa-u1-bb-$/);
    expect(exact.startsWith(other ?? "?")).toBe(true);
    expect(deltas(`${base}0`)[0]).not.toBe(exact);
    expect(deltas(null)[0]).not.toBe(exact);
    expect(cacheKeys({ ...facts, toolchain: "go1.26.9" }).deltas(null)[0]).not.toBe(deltas(null)[0]);
  });

  it("tell images apart: no delta is of another one, and of a base it can be told", () => {
    const day = new Date("2026-11-29T00:00:00Z");
    const [own, other, none] = ["ubuntu-24_1.2.0", "ubuntu-24_1.2", ""].map((image) => cacheKeys({ ...facts, image }));
    if (own === undefined || other === undefined || none === undefined) throw new Error("no keys");
    const base = other.baseOf(day);
    expect([own, other, none].map((keys) => keys.ofImage(base))).toEqual([false, true, false]);
    expect(none.ofImage(none.baseOf(day))).toBe(true);
    // As it was written before keys had an image.
    expect(none.ofImage("go-pipeline-2-base-host-linux-x64-go1.26.8-aa-bb-20261129")).toBe(false);
    for (const one of own.deltas(base)) {
      for (const delta of [...other.deltas(base), ...none.deltas(base)]) {
        expect([one.startsWith(delta), delta.startsWith(one)]).toEqual([false, false]);
      }
    }
  });

  it("of bases are never the beginning of a delta's", () => {
    const { bases, deltas } = cacheKeys(facts);
    for (const base of bases) for (const delta of deltas(null)) expect(delta.startsWith(base)).toBe(false);
  });

  it("hold nothing that the service refuses, however long an image's name is", () => {
    const image = `registry.example:5000/a,b/${"long/".repeat(200)}golang:1.26-bookworm@sha256:00`;
    const { bases, deltas, baseOf } = cacheKeys({ ...facts, toolchain: image });
    for (const key of [...bases, baseOf(new Date(0)), ...deltas(null)]) expect(key).toMatch(/^[\w.-]{1,300}$/);
    for (const key of bases) {
      expect(key).toContain("golang_1.26_bookworm_sha256_00-");
    }
  });

  it("never take one toolchain for the beginning of another", () => {
    const last = (toolchain: string): string => cacheKeys({ ...facts, toolchain }).bases[3] ?? "";
    expect(last("golang:1.26-bookworm").startsWith(last("golang:1.26"))).toBe(false);
    expect(last("go1.26.10").startsWith(last("go1.26.1"))).toBe(false);
  });
});

describe("the hash of go.mod and go.sum files", () => {
  const sums = new Map([
    ["go.mod", "module a\n"],
    ["go.sum", "x v1 h1:=\n"],
  ]);

  it("knows content and path, and neither order nor line endings", () => {
    const other = new Map([...sums].reverse().map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]));
    expect(sumsHash(other)).toBe(sumsHash(sums));
    expect(sumsHash(sums)).toMatch(/^[0-9a-f]{16}$/);
    expect(sumsHash(new Map([...sums, ["sub/go.sum", ""]]))).not.toBe(sumsHash(sums));
    expect(sumsHash(new Map([...sums, ["go.sum", "x v2 h1:=\n"]]))).not.toBe(sumsHash(sums));
  });
});

describe("the hash of settings", () => {
  const plain = settingsHash(makeConfig(), ".", {});

  it.each([
    ["race", settingsHash(makeConfig({ race: true }), ".", {})],
    ["the directory", settingsHash(makeConfig(), "tools", {})],
    ["GOFLAGS", settingsHash(makeConfig(), ".", { GOFLAGS: "-tags=x" })],
    ["CGO_ENABLED", settingsHash(makeConfig(), ".", { CGO_ENABLED: "0" })],
  ])("knows %s", (_, hash) => {
    expect(hash).not.toBe(plain);
  });

  it("does not know what compiles nothing", () => {
    const config = makeConfig({ timeout: 1, summary: false, coverageThreshold: 80, outputDirectory: "/elsewhere" });
    expect(settingsHash(config, ".", { GOPROXY: "off", HOME: "/root", GOFLAGS: "" })).toBe(plain);
  });
});
