import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const scripts = resolve(import.meta.dirname, "../../../bench/workflow");

const stubGo = `#!/bin/sh
case "$1" in
  list) case "$*" in *-find*) [ "$GOOS" = windows ] || echo example.com/m/cmd ;; *) echo "$PWD/a.go"; echo "$PWD/b.go" ;; esac ;;
  vet) echo "go $*"; exit 1 ;;
  build) echo "go $GOOS/$GOARCH cgo=$CGO_ENABLED \${2} \${4}" ;;
  *) echo "go $1" ;;
esac
`;

/** The scripts run on Ubuntu runners: bash 4, GNU date and awk. */
describe.skipIf(process.platform !== "linux")("the scripts of the bench workflow", () => {
  let temp = "";

  beforeEach(() => {
    temp = realpathSync(mkdtempSync(join(tmpdir(), "bench-workflow-")));
    mkdirSync(join(temp, "bin"));
    for (const [name, text] of [
      ["go", stubGo],
      ["gofmt", "#!/bin/sh\necho gofmt $*\n"],
    ] as const) {
      writeFileSync(join(temp, "bin", name), text);
      chmodSync(join(temp, "bin", name), 0o755);
    }
  });

  afterEach(() => rmSync(temp, { recursive: true }));

  const env = () => ({ ...process.env, PATH: `${join(temp, "bin")}${delimiter}${process.env["PATH"]}`, TMPDIR: temp });

  test("plain.sh runs every step, and fails when one did", () => {
    const run = spawnSync(join(scripts, "plain.sh"), { cwd: temp, env: env(), encoding: "utf8" });
    const printed = run.stdout.split("\n").filter((line) => line !== "" && !/^ *\d+ ms {2}/.test(line));
    expect(printed).toEqual([
      "go mod",
      "gofmt -l .",
      "go vet ./...",
      "go test",
      "go linux/amd64 cgo=0 -buildvcs=false example.com/m/cmd",
      "go darwin/amd64 cgo=0 -buildvcs=false example.com/m/cmd",
    ]);
    expect(run.status).toBe(1);
  });

  test("edit.sh changes the last package", () => {
    writeFileSync(join(temp, "b.go"), "package b\n");
    execFileSync(join(scripts, "edit.sh"), { cwd: temp, env: env() });
    expect(readFileSync(join(temp, "b.go"), "utf8")).toMatch(
      /^package b\n\nfunc pipelineBenchEdit\(\) int \{ return \d{10} \}\n$/,
    );
  });

  test("table.sh shows seconds, one line per job", () => {
    writeFileSync(join(temp, "plain.tsv"), "plain\t–\tempty\t61234\t2345\n");
    writeFileSync(join(temp, "ours.tsv"), "ours\thost\tempty\t51299\t999\n");
    expect(execFileSync(join(scripts, "table.sh"), [temp], { encoding: "utf8" })).toBe(
      [
        "| | engine | caches | set-up and first run | one file changed |",
        "| - | - | - | -: | -: |",
        "| ours | host | empty | 51.3 s | 1.0 s |",
        "| plain | – | empty | 61.2 s | 2.3 s |",
        "",
      ].join("\n"),
    );
  });
});
