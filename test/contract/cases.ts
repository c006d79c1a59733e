/** One fixture module of the contract suite: every engine has to give the report in `expected/<name>.json`. */
export interface ContractCase {
  /** Directory below `testdata/`. */
  readonly name: string;
  readonly module?: string;
  readonly flags?: readonly string[];
  /** Value of `--timeout` on a usual machine: what is not to be stopped by it has to end in it. */
  readonly limitSeconds?: number;
  readonly exitCode: number;
}

const three = ["--platforms", "linux/amd64,darwin/amd64,windows/amd64"];

const ownTools = ["--no-build", "--fuzz", "--fuzz-time", "1x", "--licenses"];

const programs = [
  ...["--no-build", "--no-test", "--no-docker", "--lint", "--vulncheck", "--vulncheck-db", "db"],
  ...["--lint-version", "v2.15.0", "--vulncheck-version", "v1.9.0"],
];

const drift = ["--modules", ".", "--no-build", "--tidy", "--generate", "--fix"];

export const contractCases: readonly ContractCase[] = [
  { name: "green", flags: three, exitCode: 0 },
  { name: "format-error", exitCode: 1 },
  { name: "format-warn", module: "format-error", flags: ["--format", "warn"], exitCode: 0 },
  { name: "vet-error", exitCode: 1 },
  { name: "failing-test", exitCode: 1 },
  { name: "panicking-test", exitCode: 1 },
  { name: "broken-package", exitCode: 1 },
  { name: "broken-platform", flags: three, exitCode: 1 },
  { name: "hanging-test", flags: ["--test-timeout", "2s"], exitCode: 1 },
  { name: "stage-timeout", module: "hanging-test", limitSeconds: 8, exitCode: 1 },
  { name: "no-tests", exitCode: 0 },
  { name: "threshold-without-tests", module: "no-tests", flags: ["--coverage-threshold", "50"], exitCode: 1 },
  { name: "threshold-missed", module: "green", flags: ["--coverage-threshold", "90"], exitCode: 1 },
  { name: "no-main", exitCode: 0 },
  { name: "several-mains", flags: three, exitCode: 0 },
  { name: "reproducible", module: "several-mains", flags: ["--no-test", "--trimpath", "--reproducible"], exitCode: 0 },
  { name: "needs-cgo", exitCode: 1 },
  { name: "syntax-error", exitCode: 1 },
  { name: "broken-gomod", exitCode: 1 },
  { name: "missing-gosum", exitCode: 1 },
  { name: "missing-dependency", exitCode: 1 },
  { name: "vendored", exitCode: 0 },
  { name: "vendor-stale", exitCode: 1 },
  { name: "exit-in-testmain", exitCode: 1 },
  { name: "gates-green", flags: drift, exitCode: 0 },
  { name: "gates-red", flags: drift, exitCode: 1 },
  { name: "own-tools-green", flags: ownTools, exitCode: 0 },
  { name: "own-tools-red", flags: ownTools, exitCode: 1 },
  { name: "fail-fast", module: "format-error", flags: ["--fail-fast", "--concurrency", "1", "--no-deps"], exitCode: 1 },
];

/** Cases with golangci-lint and govulncheck themselves, which Go compiles for minutes the first time: only for suites that have them anyway. */
export const programCases: readonly ContractCase[] = [
  { name: "programs-green", flags: programs, exitCode: 0 },
  { name: "programs-red", flags: programs, exitCode: 1 },
];
