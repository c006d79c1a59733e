import { quote } from "./kind.ts";

const runsPrograms = "it runs another program in place of Go's own";
const otherSources = "it makes Go check other files than those of the repository";
const writesFiles = "it writes files into the repository, which the pipeline does not collect";
const reportNeeds = "the report is made from the output, which it changes";

function useInput(name: string): string {
  return `use the input ${name}`;
}

/** Flags of `go test` that are not passed on, with the reason. Names without dashes and without `test.`. */
const refused: ReadonlyMap<string, string> = new Map([
  ...["exec", "toolexec", "vettool"].map((name) => [name, runsPrograms] as const),
  ...["overlay", "modfile", "pkgdir"].map((name) => [name, otherSources] as const),
  ...["artifacts", "blockprofile", "cpuprofile", "gocoverdir", "memprofile", "mutexprofile"].map(
    (name) => [name, writesFiles] as const,
  ),
  ...["outputdir", "testlogfile", "trace", "work"].map((name) => [name, writesFiles] as const),
  ...["json", "x"].map((name) => [name, reportNeeds] as const),
  ["c", "it compiles the tests without running them"],
  ["o", "it compiles the tests to a file"],
  ["n", "it only prints the commands"],
  ["i", "it installs packages"],
  ["h", "it only prints help"],
  ["help", "it only prints help"],
  ["list", "it lists the tests without running them"],
  ["coverprofile", "the pipeline writes the profile itself, as coverage/coverage.out"],
  ["mod", "go.mod and go.sum are never changed, and vendored modules are used as they are"],
  ["C", useInput("working-directory")],
  ["buildvcs", useInput("buildvcs")],
  ["race", useInput("race")],
  ["tags", useInput("build-tags")],
  ["timeout", useInput("test-timeout")],
  ["vet", useInput("vet")],
]);

/** What is wrong with extra words for `go test`. After `-args` words belong to the test binary, which has the same flags as `-test.…`. */
export function refuseTestFlags(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^--?args$/.test(word));
  return words.flatMap((word, index) => {
    const forBinary = end >= 0 && index > end;
    if (!forBinary && /^--?$/.test(word))
      return [`${quote(word)} is not allowed; write -args before words for the test binary`];
    const match = /^--?(test\.)?([^=]+)/.exec(word);
    if (match?.[2] === undefined || (forBinary && match[1] === undefined)) return [];
    const reason = match[2].startsWith("debug-") ? writesFiles : refused.get(match[2]);
    return reason === undefined ? [] : [`-${match[1] ?? ""}${match[2]} is not allowed: ${reason}`];
  });
}
