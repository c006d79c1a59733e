import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { faultsOf } from "../support/cyclonedx.ts";
import { gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const files = {
  "go.mod": `module example.com/hello

go 1.22

require example.com/dep v1.0.0

replace example.com/dep => ./dep
`,
  "dep/go.mod": "module example.com/dep\n",
  "dep/dep.go": 'package dep\n\nconst Name = "dep"\n',
  "main.go": 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Name) }\n',
};

it("SBOMs are of every binary, valid, and with archives the same bytes in another run", async () => {
  const root = repository(files);
  gitIn(root, "tag", "v1.2.3");
  const flags = [
    "--engine=host",
    "--docker=false",
    "--test=false",
    "--vet=false",
    "--modules=.",
    "--archives",
    "--sbom",
  ];
  const run = async (...more: readonly string[]): Promise<number | null> =>
    (await runAction(root, [...flags, "--platforms=linux/amd64,windows/amd64", ...more], cleanEnv({}))).exitCode;
  const output = join(root, ".pipeline");
  const all = (): readonly (readonly [string, string])[] =>
    ["sbom", "archives"].flatMap((dir) =>
      readdirSync(join(output, dir))
        .sort()
        .map(
          (name) =>
            [
              name,
              createHash("sha256")
                .update(readFileSync(join(output, dir, name)))
                .digest("hex"),
            ] as const,
        ),
    );
  expect(await run()).toBe(0);
  const before = all();
  expect(before.map(([name]) => name)).toEqual([
    ...["hello-linux-amd64.cdx.json", "hello-windows-amd64.exe.cdx.json"],
    ...["checksums.txt", "hello_1.2.3_linux_amd64.tar.gz", "hello_1.2.3_windows_amd64.zip"],
  ]);
  const report = JSON.parse(readFileSync(join(output, "report.json"), "utf8"));
  expect(report.sboms.map(({ size: _, ...rest }: Record<string, unknown>) => rest)).toEqual(
    ["hello-linux-amd64", "hello-windows-amd64.exe"].map((of, at) => ({
      ...{ name: `${of}.cdx.json`, subject: "binary", of },
      ...{ path: `.pipeline/sbom/${of}.cdx.json`, sha256: before[at]?.[1] },
    })),
  );
  for (const { path } of report.sboms) expect(await faultsOf(readFileSync(join(root, path), "utf8"))).toBeNull();
  const bom = JSON.parse(readFileSync(join(output, "sbom/hello-windows-amd64.exe.cdx.json"), "utf8"));
  const purl = "pkg:golang/example.com/hello@v1.2.3?goarch=amd64&goos=windows";
  expect(bom.metadata.component).toMatchObject({ purl, version: "v1.2.3" });
  expect(bom.metadata.component.hashes).toEqual([{ alg: "SHA-256", content: report.artifacts[1].sha256 }]);
  expect(bom.metadata.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(bom.components.map((each: { name: string }) => each.name)).toEqual(["example.com/dep", "stdlib"]);
  expect(readFileSync(join(output, "summary.md"), "utf8")).toContain("### SBOM");
  expect(await run("--cache=false")).toBe(0);
  expect(all()).toEqual(before);
}, 600_000);
