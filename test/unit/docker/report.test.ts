import { expect, test } from "vitest";
import { noImageFacts } from "../../../src/model/outcome.ts";
import { dockerfileFindings, reportImage } from "../../../src/results/image.ts";

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

test("problems of a Dockerfile are errors when the image did not build, else warnings", () => {
  const dockerfileProblems = [{ line: 3, message: "unknown instruction" }];
  const judgement = { status: "failed", reason: "x" } as const;
  expect(dockerfileFindings({ ...noImageFacts, dockerfileProblems, judgement }, "deploy/Dockerfile")).toEqual([
    {
      source: "dockerfile",
      severity: "error",
      path: "deploy/Dockerfile",
      line: 3,
      column: null,
      title: "Image does not build",
      message: "unknown instruction",
    },
  ]);
  expect(dockerfileFindings({ ...built, dockerfileProblems }, "Dockerfile")[0]?.severity).toBe("warning");
});

test("a check of a Dockerfile that builds is a warning, and platforms that nobody knows are none", () => {
  const dockerfileProblems = [{ line: 1, message: "StageNameCasing" }];
  expect(dockerfileFindings({ ...built, dockerfileProblems }, "Dockerfile")[0]?.title).toBe("Dockerfile check");
  expect(reportImage("app", [{ ...built, platforms: [] }], null)?.platforms).toEqual([]);
});
