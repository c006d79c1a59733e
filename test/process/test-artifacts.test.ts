import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const tests = (name: string): string => `package ${name}

import (
	"os"
	"path/filepath"
	"testing"
)

func keep(t *testing.T, name string) {
	dir := t.ArtifactDir()
	os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777)
	os.WriteFile(filepath.Join(dir, name), []byte(t.Name()), 0o644)
}

func TestKeeps(t *testing.T) {
	keep(t, "own.txt")
	t.Run("a/b: \u00e9", func(t *testing.T) { keep(t, "deep/sub.txt") })
	os.Symlink("/etc/passwd", filepath.Join(t.ArtifactDir(), "link"))
}

func TestEmpty(t *testing.T) { t.ArtifactDir() }

func TestFlaky(t *testing.T) {
	keep(t, "log.txt")
	if _, err := os.Stat(os.Getenv("ONCE") + "${name}"); err != nil {
		os.WriteFile(os.Getenv("ONCE")+"${name}", nil, 0o644)
		t.Error("once")
	}
}
`;

const host = ["--engine=host", "--docker=false", "--format=false", "--vet=false", "--test-artifacts"];

describe("what tests leave in their artifact directories", () => {
  it("is kept by test, with several packages, attempts and whatever name", async () => {
    const root = repository({
      "go.mod": "module example.com/m\n\ngo 1.26\n",
      "m_test.go": tests("m"),
      "sub/s_test.go": tests("sub"),
    });
    const args = [...host, "--rerun-failed=1", `--test-env=ONCE=${root}-once-`];
    const run = await runInProcess(root, args, cleanEnv());
    expect(run.exitCode).toBe(0);
    const kept = join(root, ".pipeline/tests/artifacts");
    const text = (path: string): string => readFileSync(join(kept, path), "utf8");
    for (const pkg of ["example.com__m", "example.com__m__sub"]) {
      expect(readdirSync(join(kept, pkg)).sort()).toEqual([
        "TestFlaky",
        "TestFlaky-2",
        "TestKeeps",
        "TestKeeps__a__b__é",
      ]);
      expect(text(`${pkg}/TestKeeps/own.txt`)).toBe("TestKeeps");
      expect(text(`${pkg}/TestKeeps__a__b__é/deep/sub.txt`)).toBe("TestKeeps/a/b:_é");
      expect(text(`${pkg}/TestFlaky-2/log.txt`)).toBe("TestFlaky");
      expect(readdirSync(join(kept, pkg, "TestKeeps"))).toEqual(["own.txt"]);
    }
    const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
    const [found] = report.totals.tests.packages;
    expect(found.tests.find(({ name }: { readonly name: string }) => name === "TestFlaky")).toMatchObject({
      status: "flaky",
      artifacts: [
        ".pipeline/tests/artifacts/example.com__m/TestFlaky",
        ".pipeline/tests/artifacts/example.com__m/TestFlaky-2",
      ],
    });
    const stage = report.stages.find(({ id }: { readonly id: string }) => id === "test");
    expect(stage.reason).toContain("left link in its artifact directory, which is no regular file");
    expect(report.totals.coverage).not.toBeNull();
  });

  it("is said not to be kept by a Go that cannot", async () => {
    const root = repository({
      "go.mod": "module example.com/m\n\ngo 1.22\n",
      "m_test.go": 'package m\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n',
    });
    const run = await runInProcess(root, [...host, "--go-version=1.25.14"], cleanEnv());
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain(
      "nothing is kept for test-artifacts: go1.25.14 has no `go test -artifacts`; Go 1.26 and later have",
    );
    expect(existsSync(join(root, ".pipeline/tests/artifacts"))).toBe(false);
  });
});
