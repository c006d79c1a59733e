import { expect, test } from "vitest";
import { fullReference, registryOf, repositoryOf, shortName } from "../../../../src/engine/image/references.ts";

test("names of images", () => {
  expect(repositoryOf("localhost:5000/a/b:v1")).toBe("localhost:5000/a/b");
  expect(repositoryOf("localhost:5000/a")).toBe("localhost:5000/a");
  expect(fullReference("app:v1")).toBe("docker.io/library/app:v1");
  expect(fullReference("owner/app:v1")).toBe("docker.io/owner/app:v1");
  expect(fullReference("ghcr.io/owner/app:v1")).toBe("ghcr.io/owner/app:v1");
  expect(["app", "ghcr.io/owner/app"].map(shortName)).toEqual(["app", "app"]);
  expect(["app:v1", "owner/app", "ghcr.io/o/a", "localhost/a", "h:5000/a"].map(registryOf)).toEqual([
    ...["docker.io", "docker.io", "ghcr.io", "localhost", "h:5000"],
  ]);
});
