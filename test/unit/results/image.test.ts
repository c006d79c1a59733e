import { expect, test } from "vitest";
import { noImageFacts } from "../../../src/model/outcome.ts";
import { reportImage } from "../../../src/results/image.ts";

const built = {
  ...noImageFacts,
  configDigest: "sha256:c",
  platforms: ["linux/amd64"],
  size: 5,
  layers: 2,
  base: "scratch",
};
const tested = { ...noImageFacts, tested: "still up after 3 s" };
const delivered = { ...noImageFacts, references: ["app:v1"], manifestDigest: "sha256:m" };

test("the report's image is what the three steps found out", () => {
  expect(reportImage("app", [built, tested, delivered], "image/app.tar")).toEqual({
    name: "app",
    tags: ["app:v1"],
    digest: "sha256:m",
    configDigest: "sha256:c",
    platforms: ["linux/amd64"],
    size: 5,
    layers: 2,
    base: "scratch",
    tested: "still up after 3 s",
    path: "image/app.tar",
  });
  expect(reportImage("app", [built, null, null], null)).toMatchObject({ digest: "sha256:c", tags: [], tested: null });
  expect(reportImage("app", [noImageFacts, null], null)).toBeNull();
});

test("platforms that nobody knows are none", () => {
  expect(reportImage("app", [{ ...built, platforms: [] }], null)?.platforms).toEqual([]);
});
