import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { type Sandbox, sandboxes } from "./support/repositories.ts";

const newSandbox = sandboxes();

const goMod = "module example.com/small\n\ngo 1.22\n";
const test = (allocations: number): string =>
  `package small\n\nimport "testing"\n\nvar last []byte\n\nfunc BenchmarkMake(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tfor j := 0; j < ${allocations}; j++ {\n\t\t\tlast = make([]byte, 64)\n\t\t}\n\t}\n}\n`;

function reportOf({ root }: Sandbox): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8")));
}

// Allocations are the same on every machine.
it("compares benchmarks in a container with those of a base that is brought there", async () => {
  const box = newSandbox({ "go.mod": goMod, "a_test.go": test(1) });
  box.git("checkout", "--quiet", "-b", "work");
  box.write({ "a_test.go": test(200), "new/a_test.go": test(1) });
  const off = ["docker", "build", "vet", "test", "format"].map((name) => `--${name}=false`);
  const flags = [...off, "--cache=false", "--bench", "--bench-count=4", "--bench-threshold=1000"];
  const { exitCode } = await box.run([...flags, "--base", baseOf(box)], { GOFLAGS: "-benchtime=20x" });
  const { stages, benchmarks = [] } = reportOf(box);
  expect([exitCode, stages.find(({ gate }) => gate === "bench")?.status]).toEqual([1, "failed"]);
  expect(benchmarks.map(({ base, notes }) => [base, notes])).toEqual([
    [baseOf(box), ["at the base there is no example.com/small/new"]],
  ]);
  const made = benchmarks[0]?.results.filter((row) => row.package === "example.com/small" && row.unit === "allocs/op");
  expect(made).toMatchObject([{ base: 1, head: 200, direction: "worse", exceeds: true }]);
  for (const name of ["head.txt", "base.txt"]) {
    expect(readFileSync(join(box.root, ".pipeline/bench", name), "utf8")).toContain("BenchmarkMake");
  }
});

function baseOf(box: Sandbox): string {
  return box.git("rev-parse", "HEAD").trim();
}
