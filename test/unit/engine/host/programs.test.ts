import { accessSync, chmodSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { HostPrograms } from "../../../../src/engine/host/programs.ts";
import { programFile } from "../../../../src/engine/programs.ts";
import { directory } from "../../../support/repository.ts";

const program = { name: "tool", package: "example.com/tool", version: "v1.0.0", go: "go1.26.8", goflags: "" };

it("compiles one anew that has lost its mode on the way", async () => {
  const root = directory({ "bin/go": "", "programs/.keep": "", "temp/.keep": "" });
  writeFileSync(
    join(root, "bin/go"),
    '#!/bin/sh\nmkdir -p "$GOBIN" && echo new >"$GOBIN/tool" && chmod 755 "$GOBIN/tool"\n',
  );
  chmodSync(join(root, "bin/go"), 0o755);
  const path = join(root, "programs", programFile(program));
  mkdirSync(dirname(path));
  writeFileSync(path, "old\n", { mode: 0o644 });
  const programs = new HostPrograms({
    directory: async () => join(root, "programs"),
    tempDir: join(root, "temp"),
    environment: (added) => ({ PATH: `${join(root, "bin")}:/usr/bin:/bin`, ...added }),
  });
  expect(await programs.get(program, new AbortController().signal)).toEqual({ path });
  expect(readFileSync(path, "utf8")).toBe("new\n");
  accessSync(path, constants.X_OK);
});
