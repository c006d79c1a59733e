import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { uncommitted } from "../../../src/project/uncommitted.ts";
import { addSubmodule, cloneInto, directory, repository } from "../../support/repository.ts";

describe("changes that are not committed", () => {
  it("are those of tracked files, and files that are not tracked", async () => {
    const root = repository({ "a.go": "a\n", "b.go": "b\n" });
    writeFileSync(join(root, "a.go"), "other\n");
    writeFileSync(join(root, "new.go"), "new\n");
    expect(await uncommitted(root, ["new.go", "b.go", "a.go"])).toEqual(["new.go", "a.go"]);
    expect(await uncommitted(directory({ "a.go": "a\n" }), ["a.go"])).toEqual([]);
  });

  it("are seen in submodules and in checkouts that are not tracked", async () => {
    const root = repository({ "a.go": "a\n" });
    const other = repository({ "x.go": "x\n", "y.go": "y\n" });
    addSubmodule(root, other, "sub");
    cloneInto(root, other, "checkout");
    writeFileSync(join(root, "sub/x.go"), "other\n");
    writeFileSync(join(root, "checkout/x.go"), "other\n");
    const paths = ["a.go", "sub/x.go", "sub/y.go", "checkout/x.go", "checkout/y.go"];
    expect(await uncommitted(root, paths)).toEqual(["sub/x.go", "checkout/x.go"]);
    rmSync(join(root, "sub/.git"));
    expect(await uncommitted(root, paths)).toEqual(["sub/x.go", "sub/y.go", "checkout/x.go"]);
  });
});
