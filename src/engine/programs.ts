import { goSentence } from "../go/go-words.ts";
import type { Problem } from "../model/outcome.ts";
import type { Program } from "../model/step.ts";

/** Where a program lies below a directory of programs, slashes; `suffix` is what the system's executables end with. */
export function programFile({ name, package: path, version, go }: Program, suffix = ""): string {
  return `${path.replaceAll("/", "+")}@${version}-${go ?? "go"}/${name}${suffix}`;
}

/** Arguments of the go command that compiles it. */
export function installArgs({ package: path, version }: Program): readonly string[] {
  return ["install", `${path}@${version}`];
}

/**
 * Variables for that, beside GOBIN. With `+auto` Go takes a newer toolchain where the program's go.mod asks for one (https://go.dev/doc/toolchain#select),
 * also where GOTOOLCHAIN is `local`, as in images and after actions/setup-go: that is said of the repository. Without cgo no C compiler is needed. A program may go on
 * to another machine, so it asks for no more of the processor than Go's defaults do (`go help environment`, Go 1.26.8).
 */
export function installEnv({ go, goflags }: Program): Readonly<Record<string, string>> {
  return {
    GOTOOLCHAIN: `${go ?? "local"}+auto`,
    GOFLAGS: goflags,
    GOWORK: "off",
    CGO_ENABLED: "0",
    GOAMD64: "v1",
    GOARM64: "v8.0",
  };
}

/** Compiling one for the first time takes minutes on a small machine. */
export const installLimitMs = 1_800_000;

/** A program by a relative path is a file of the repository, and whether it is there the repository's own affair. */
export function isOfRepository(program: string): boolean {
  return program.includes("/") && !program.startsWith("/") && !/^[A-Za-z]:/.test(program);
}

/** What is said of one that is not there. */
export function notFoundHere(program: string): string {
  return `${program}: not there, or not executable\n`;
}

/** Why a step did not run that names a program itself; `place`: where it was looked for, in words. */
export function notFound(program: string, place: string): Problem {
  return {
    message: `${program} cannot be had: it is not ${place}.`,
    remedy: "Install it there, or name an `image` for the stage that has it.",
  };
}

/** Why a step did not run: `said` is the standard error of the go command. */
export function cannotBeHad(program: Program, said: string): Problem {
  const why = goSentence(said);
  return {
    message: `${program.name} ${program.version} cannot be had${why === "" ? "" : `: ${why}`}.`,
    remedy: `Check its version and GOPROXY, or bring it along: on a \`tool\` line of go.mod (go get -tool ${program.package}@${program.version}), or that version on PATH. It is fetched without logins.`,
  };
}
