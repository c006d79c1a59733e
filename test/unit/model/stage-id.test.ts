import { describe, expect, it } from "vitest";
import { createSlugs, idOf, moduleSlugs } from "../../../src/model/stage-id.ts";

const vet = (module: string | null) => ({ gate: "vet", module, variant: null });

describe("ids of stages", () => {
  it("are gate and variant for a single module, wherever it lies, and for what is the run's", () => {
    const scope = { modules: ["lib"], root: "lib" };
    expect(idOf(vet("lib"), scope)).toBe("vet");
    expect(idOf({ gate: "build", module: "lib", variant: "linux/arm/v7" }, scope)).toBe("build:linux/arm/v7");
    expect(idOf({ gate: "image", module: null, variant: null }, { modules: ["a", "b"], root: "." })).toBe("image");
  });

  it("begin with the directory of modules that do not lie at the root, seen from there", () => {
    const scope = { modules: [".", "tools/gen"], root: "." };
    expect([".", "tools/gen"].map((dir) => idOf(vet(dir), scope))).toEqual(["vet", "tools/gen#vet"]);
    const below = { modules: ["svc", "svc/tools", "svc2"], root: "svc" };
    expect(["svc", "svc/tools", "svc2"].map((dir) => idOf(vet(dir), below))).toEqual(["vet", "tools#vet", "svc2#vet"]);
  });
});

describe("slugs", () => {
  it("replace what file names and anchors cannot hold, and stay the same", () => {
    const slug = createSlugs();
    expect(slug("tools/gen#build:linux/amd64")).toBe("tools-gen-build-linux-amd64");
    expect(slug("tools/gen#build:linux/amd64")).toBe("tools-gen-build-linux-amd64");
  });

  it("get a number when they are taken, case ignored", () => {
    const slug = createSlugs();
    expect(["a/b#vet", "a-b#vet", "A/B#vet", "a-b-vet-2"].map(slug)).toEqual([
      "a-b-vet",
      "a-b-vet-2",
      "A-B-vet-3",
      "a-b-vet-2-2",
    ]);
  });
});

describe("names of modules", () => {
  it("are their directories below the root, each once and none that stands beside them", () => {
    const modules = [".", "tools/gen", "tools-gen", "root", "Coverage.out"];
    const found = moduleSlugs({ modules, root: "." }, ["coverage.out"]);
    expect([...found]).toEqual([
      [".", "root"],
      ["tools/gen", "tools-gen"],
      ["tools-gen", "tools-gen-2"],
      ["root", "root-2"],
      ["Coverage.out", "Coverage.out-2"],
    ]);
    expect([...moduleSlugs({ modules: ["x", "x/a/b"], root: "x" }, []).values()]).toEqual(["root", "a-b"]);
  });
});
