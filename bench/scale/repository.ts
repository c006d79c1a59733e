import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { output } from "../tools.ts";
import { modulePath, packageDir, type ScaleSize } from "./size.ts";
import { functionsPerFile, sourceFile } from "./streams.ts";

/** Writes the repository that the streams are about, all of it tracked by git. */
export async function writeRepository(root: string, size: ScaleSize): Promise<void> {
  const functions = functionsPerFile(size);
  for (let index = 0; index < size.packages; index += 1) {
    const directory = join(root, packageDir(index));
    const name = index === 0 ? "main" : `pkg${index}`;
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, "code.go"), sourceFile(name, functions));
    await writeFile(join(directory, "code_test.go"), testFile(name, index, size));
  }
  await writeFile(join(root, "go.mod"), `module ${modulePath}\n\ngo 1.26\n`);
  await output("git", ["-C", root, "init", "--quiet"]);
  await output("git", ["-C", root, "add", "--all"]);
}

function testFile(packageName: string, index: number, { packages, tests }: ScaleSize): string {
  let text = `package ${packageName}\n\nimport "testing"\n\n`;
  for (let test = index; test < tests; test += packages) text += `func Test${test}(t *testing.T) {}\n\n`;
  return text;
}

/** A GOROOT with the stub `go` and a gofmt that finds nothing; answers the directory for PATH. */
export async function writeToolchain(goroot: string): Promise<string> {
  const bin = join(goroot, "bin");
  await mkdir(bin, { recursive: true });
  const loader = import.meta.resolve("tsx");
  const stub = join(import.meta.dirname, "go.ts");
  await program(join(bin, "go"), `exec "${process.execPath}" --import "${loader}" "${stub}" "$@"`);
  await program(join(bin, "gofmt"), "exit 0");
  return bin;
}

async function program(path: string, script: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}
