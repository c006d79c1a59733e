import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What every test binary with coverage holds. */
const ofTests = ["testing", "testing/internal/testdeps", "runtime/coverage", "internal/coverage/cfile"];

/**
 * Copies into a build cache what the environment's own one has of the standard library: these packages and those of tests with coverage, with what they
 * need, compiled there if need be. They are found by their build ids, which begin with the first 15 bytes of the name that the cache has for them (cmd/go/internal/work/buildid.go, Go 1.26). What is not
 * found is compiled again, and nothing else comes of it.
 */
export function copyStd(to: string, packages: readonly string[], env: Readonly<Record<string, string>>): void {
  const from = env["GOCACHE"] ?? "";
  const format = "{{if .Export}}{{.BuildID}} {{.Export}}{{end}}";
  const listed = execFileSync("go", ["list", "-export", "-deps", "-f", format, ...packages, ...ofTests], {
    env,
    encoding: "utf8",
  });
  for (const line of listed.split("\n").filter((line) => line !== "")) {
    const [id = "", output = ""] = line.split(" ");
    const prefix = Buffer.from(id.split("/")[0] ?? "", "base64url").toString("hex");
    const dir = prefix.slice(0, 2);
    const actions = readdirSync(join(from, dir)).filter((name) => name.startsWith(prefix) && name.endsWith("-a"));
    for (const path of [...actions.map((name) => join(dir, name)), output.slice(from.length + 1)]) {
      mkdirSync(join(to, path, ".."), { recursive: true });
      if (!existsSync(join(to, path))) cpSync(join(from, path), join(to, path));
    }
  }
}
