import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { publishModule } from "./go-proxy.ts";

/**
 * Programs that Go knows as another one in its real version: they print what a file holds, with the directory they run in for `/src`, and end as they
 * are told. Everything of them lies in a directory of its own, so that no module cache of this machine ever takes them for the real ones.
 */
export interface StandIn {
  /** Below `bin`. */
  readonly name: string;
  /** Of its module, which has the package `cmd/<name>`, or is the program itself. */
  readonly module: string;
  readonly atRoot?: true;
  readonly version: string;
  /** go.mod's `go` line. */
  readonly go: string;
}

export interface StandIns {
  /** Variables with which Go finds them, and no others, as modules. */
  readonly fetched: Readonly<Record<string, string>>;
  /** Absolute; what is compiled is one of its directories. */
  readonly root: string;
  /** Compiles one into a directory for PATH, with the `go` at a path. */
  compile(standIn: StandIn, go?: string): string;
}

const source = `package main

import (
	"os"
	"strconv"
	"strings"
)

func main() {
	dir, _ := os.Getwd()
	text, _ := os.ReadFile(os.Getenv("STAND_IN_REPORT"))
	report := strings.ReplaceAll(string(text), "/src", dir)
	os.Stderr.WriteString(os.Getenv("STAND_IN_SAYS"))
	to := ""
	for _, arg := range os.Args {
		if path, ok := strings.CutPrefix(arg, "--output.json.path="); ok {
			to = path
		}
	}
	if to == "" {
		os.Stdout.WriteString(report)
	} else if report != "" {
		os.WriteFile(to, []byte(report), 0o666)
	}
	if os.Getenv("STAND_IN_EXIT") == "killed" {
		self, _ := os.FindProcess(os.Getpid())
		self.Kill()
		select {}
	}
	code, _ := strconv.Atoi(os.Getenv("STAND_IN_EXIT"))
	os.Exit(code)
}
`;

/** Import path of a stand-in's main package. */
export function standInPackage({ name, module, atRoot }: Pick<StandIn, "name" | "module" | "atRoot">): string {
  return atRoot === true ? module : `${module}/cmd/${name}`;
}

/** Files of a stand-in's module. */
export function standInFiles(standIn: Omit<StandIn, "version">): Readonly<Record<string, string>> {
  const { module, go } = standIn;
  const below = standInPackage(standIn).slice(module.length + 1);
  return { "go.mod": `module ${module}\n\ngo ${go}\n`, [below === "" ? "main.go" : `${below}/main.go`]: source };
}

/** Publishes stand-ins; everything is removed after the last test of the file. */
export function publishStandIns(standIns: readonly StandIn[]): StandIns {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "stand-ins-")));
  afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
  const proxy = join(root, "proxy");
  for (const standIn of standIns) publishModule(proxy, standIn.module, standIn.version, standInFiles(standIn));
  const fetched = {
    GOPROXY: `file://${proxy}`,
    GOSUMDB: "off",
    GOMODCACHE: join(root, "mod"),
    // Go writes the module cache so that it cannot be removed.
    GOFLAGS: "-modcacherw",
  };
  let made = 0;
  return {
    ...{ fetched, root },
    compile(standIn, go = "go") {
      made += 1;
      const bin = join(root, `bin-${made}`);
      mkdirSync(bin);
      const toolchain = go === "go" ? {} : { GOTOOLCHAIN: "local", GOROOT: dirname(dirname(go)) };
      const env = { ...process.env, ...fetched, GOBIN: bin, ...toolchain };
      execFileSync(go, ["install", `${standInPackage(standIn)}@${standIn.version}`], { env, stdio: "pipe", cwd: root });
      return bin;
    },
  };
}
