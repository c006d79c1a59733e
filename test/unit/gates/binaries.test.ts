import { describe, expect, it } from "vitest";
import { binaryNames, type NamingRules, packageName, planBinaries } from "../../../src/gates/binaries.ts";
import { mainPackage } from "../../support/facts.ts";

const linux = { os: "linux", arch: "amd64", variant: null };
const windows = { os: "windows", arch: "amd64", variant: null };
interface Naming extends NamingRules {
  readonly template: string;
}

const rules: Naming = {
  template: "{name}-{os}-{arch}{variant}{ext}",
  explicit: false,
  below: { module: "example.com/tool" },
};

function files(
  paths: readonly string[],
  platform = linux,
  overrides: Partial<Naming> = {},
): readonly (readonly [string, string])[] {
  const mains = paths.map((path) => mainPackage(path));
  const all = { ...rules, ...overrides };
  return planBinaries(mains, binaryNames(mains, all), platform, all.template).map(
    (binary) => [binary.out, binary.file] as const,
  );
}

describe("packageName", () => {
  it.each([
    ["example.com/tool", "tool"],
    ["example.com/tool/v2", "tool"],
    ["example.com/tool/v1", "v1"],
    ["example.com/tool/v10", "tool"],
    ["example.com/tool/v123", "tool"],
    ["example.com/tool/v01", "v01"],
    ["example.com/tool/v2x", "v2x"],
    ["gopkg.in/tool.v3", "tool"],
    ["gopkg.in/tool.v12", "tool"],
    ["example.com/tool.v3x", "tool.v3x"],
    ["/home/runner/tool/", "tool"],
    ["tool", "tool"],
    ["v2", "v2"],
  ])("%s -> %s", (path, name) => {
    expect(packageName(path)).toBe(name);
  });
});

describe("planBinaries", () => {
  it("gives Windows its extension, in the file and in what go build writes", () => {
    expect(files(["example.com/tool"], windows)).toEqual([["bin/0/tool.exe", "tool-windows-amd64.exe"]]);
  });

  it("tells equal names apart by their path below the module, and builds them to different directories", () => {
    expect(files(["example.com/tool/cmd/x", "example.com/tool/tools/x", "example.com/tool/y"])).toEqual([
      ["bin/0/x", "cmd-x-linux-amd64"],
      ["bin/1/x", "tools-x-linux-amd64"],
      ["bin/0/y", "y-linux-amd64"],
    ]);
  });

  it("takes names for equal that would be one file where case does not count", () => {
    const two = ["example.com/tool/cmd/Server", "example.com/tool/tools/server", "example.com/tool/SERVE"];
    expect(files(two)).toEqual([
      ["bin/0/Server", "cmd-Server-linux-amd64"],
      ["bin/1/server", "tools-server-linux-amd64"],
      ["bin/0/SERVE", "SERVE-linux-amd64"],
    ]);
    expect(files(two, windows).map(([out]) => out)).toEqual([
      "bin/0/Server.exe",
      "bin/1/server.exe",
      "bin/0/SERVE.exe",
    ]);
  });

  it("numbers what is still equal, past numbers that are names themselves", () => {
    const equal = ["a/b-x", "a-b/x", "c/b-x", "c/x", "a-b-x", "A-b-x-2"].map((path) => `example.com/tool/${path}`);
    expect(files(equal).map(([, file]) => file)).toEqual([
      "a-b-x-3-linux-amd64",
      "a-b-x-4-linux-amd64",
      "c-b-x-linux-amd64",
      "c-x-linux-amd64",
      "a-b-x-linux-amd64",
      "A-b-x-2-linux-amd64",
    ]);
  });

  it("keeps the name of the root package when one below it has the same", () => {
    expect(files(["example.com/tool", "example.com/tool/cmd/tool"]).map(([, file]) => file)).toEqual([
      "tool-linux-amd64",
      "cmd-tool-linux-amd64",
    ]);
  });

  it("follows go build for versioned paths: gopkg.in keeps its suffix in what go writes", () => {
    expect(files(["gopkg.in/tool.v3"])).toEqual([["bin/0/tool.v3", "tool-linux-amd64"]]);
    expect(files(["example.com/tool/v2"])).toEqual([["bin/0/tool", "tool-linux-amd64"]]);
    expect(files(["example.com/tool/v123"])).toEqual([["bin/0/tool", "tool-linux-amd64"]]);
    expect(files(["example.com/tool/v2x"])).toEqual([["bin/0/v2x", "v2x-linux-amd64"]]);
    expect(files(["example.com/tool/v01"])).toEqual([["bin/0/v01", "v01-linux-amd64"]]);
    expect(files(["v2"])).toEqual([["bin/0/v2", "v2-linux-amd64"]]);
  });

  it("numbers equal names where go.mod does not say what a path is below", () => {
    const numbered = ["x-linux-amd64", "x-2-linux-amd64"];
    expect(files(["other.org/a/x", "other.org/b/x"]).map(([, file]) => file)).toEqual(numbered);
    const names = files(["null/a/x", "null/b/X"], linux, { below: { module: null } });
    expect(names.map(([, file]) => file)).toEqual(["x-linux-amd64", "X-2-linux-amd64"]);
  });

  it("refuses equal names under the user's own template, naming the packages", () => {
    const clash = () =>
      files(["example.com/tool/a", "example.com/tool/b"], linux, { template: "app{ext}", explicit: true });
    expect(clash).toThrow(
      "binary-name: example.com/tool/a, example.com/tool/b would all be written to bin/app for linux/amd64. " +
        "Use {name} in a template that tells them apart, or choose with main-packages.",
    );
  });

  it.each(["con", "AUX", "lpt1", "com0"])("refuses %s, which is a device to Windows, for Windows alone", (name) => {
    const explicit = { template: "{name}{ext}", explicit: true };
    expect(() => files([`example.com/tool/cmd/${name}`], windows, explicit)).toThrow(
      `binary-name: example.com/tool/cmd/${name} would be written to bin/${name}.exe, a name that Windows keeps for a device. Add {os} or {arch} to the template.`,
    );
    expect(files([`example.com/tool/cmd/${name}`], linux, explicit)[0]?.[1]).toBe(name);
    expect(files([`example.com/tool/cmd/${name}`], windows)[0]?.[1]).toBe(`${name}-windows-amd64.exe`);
  });

  it.each(["console", "com10", "nully"])("takes %s", (name) => {
    const explicit = { template: "{name}{ext}", explicit: true };
    expect(files([`example.com/tool/cmd/${name}`], windows, explicit)[0]?.[1]).toBe(`${name}.exe`);
  });
});
