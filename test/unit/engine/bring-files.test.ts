import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bringFiles } from "../../../src/engine/bring-files.ts";
import { directory } from "../../support/repository.ts";

it("copies the files of a step to where it reads them", async () => {
  const root = directory({ "data/a": "A" });
  await bringFiles(join(root, "to"), { brings: [{ from: join(root, "data/a"), to: "0/b" }] });
  expect(readFileSync(join(root, "to/0/b"), "utf8")).toBe("A");
  expect(statSync(join(root, "to/0/b")).mode & 0o111).toBe(0);
  await bringFiles(join(root, "to"), { brings: [{ from: join(root, "data/a"), to: "run", executable: true }] });
  expect(statSync(join(root, "to/run")).mode & 0o777).toBe(0o755);
  await bringFiles(join(root, "none"), {});
});
