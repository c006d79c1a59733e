import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OwnImageOptions, runInImage } from "../../../../../src/engine/host/docker/own-image.ts";
import type { StepOutcome } from "../../../../../src/model/outcome.ts";
import type { Command } from "../../../../../src/model/step.ts";
import { execStep } from "../../../../support/steps.ts";
import { until } from "../../../../support/waiting.ts";

/**
 * A program `docker` that does as files beside it say: `<command>.says`, lines of shell, stands for what the daemon does. It writes down what it
 * is called with, an argument a line, calls apart by an empty line, and what a file of variables held by then.
 */
const standIn = `#!/bin/sh
at=$(dirname "$0")
printf '%s\\n' "$@" "" >>"$at/calls"
name=$1
case "$1 $2" in "image inspect" | "container inspect") name="$1-$2" ;; esac
while [ $# -gt 0 ]; do
	if [ "$1" = --env-file ]; then cat "$2" >"$at/variables"; fi
	last2=$last; last=$1; shift
done
printf '%s' "$LONG" >"$at/long.$name"
if [ -f "$at/$name.says" ]; then . "$at/$name.says"; fi
`;

const daemon = JSON.stringify({
  Client: { Version: "28.0.0" },
  Server: { Version: "28.0.0", Os: "linux", Arch: "amd64" },
});

/** What `docker container inspect` says of a container that has ended. */
const state = (error = ""): string =>
  JSON.stringify({
    State: { Status: "exited", ExitCode: 0, OOMKilled: false, Error: error },
    NetworkSettings: { Ports: {}, Networks: {} },
  });

let root = "";
let bin = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "own-image-")));
  bin = join(root, "bin");
  for (const dir of ["bin", "copy", "temp", "result"]) mkdirSync(join(root, dir));
  writeFileSync(join(bin, "docker"), standIn);
  chmodSync(join(bin, "docker"), 0o755);
  docker("version", `echo '${daemon}'`);
  docker("container-inspect", `echo '${state()}'`);
});
afterEach(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));

function docker(command: string, says: string): void {
  writeFileSync(join(bin, `${command}.says`), `${says}\n`);
}

const tool = (name: string, args: readonly string[] = [], env: Command["env"] = {}): Command => ({
  ...{ tool: { name, found: true }, args, env },
  cwd: "module",
});

type Over = Partial<Omit<OwnImageOptions, "step">> & { readonly step?: Parameters<typeof execStep>[0] };

function run({ step, ...over }: Over = {}): Promise<StepOutcome> {
  return runInImage({
    step: { ...execStep({ stage: "site", commands: [tool("hugo", ["--minify", "a b"])], ...step }), image: "hugo:1" },
    resultDir: join(root, "result"),
    copy: join(root, "copy"),
    tempDir: join(root, "temp"),
    env: { PATH: `${bin}:/usr/bin:/bin`, GOFLAGS: "-mod=mod" },
    goproxy: "https://proxy.example",
    goprivate: [],
    secret: {},
    signal: new AbortController().signal,
    ...over,
  });
}

/** What docker was called with, in order. */
function calls(): readonly (readonly string[])[] {
  const text = readFileSync(join(bin, "calls"), "utf8");
  return text
    .trimEnd()
    .split("\n\n")
    .map((call) => call.split("\n"));
}

const commands = (): readonly string[] =>
  calls().map(([name = "", sub = ""]) => (/^(image|container)$/.test(name) ? `${name} ${sub}` : name));

function call(name: string): readonly string[] {
  const found = calls().find(([first]) => first === name);
  if (found === undefined) throw new Error(`docker ${name} was not called: ${commands().join(", ")}`);
  return found;
}

/** The argument behind an option. */
function behind(args: readonly string[], option: string): readonly string[] {
  return args.flatMap((arg, index) => (arg === option ? [args[index + 1] ?? ""] : []));
}

describe("a stage in an image", () => {
  it("runs its program as root on a copy of the repository, and nothing is left of the container", async () => {
    docker("start", "echo built; echo careful >&2");
    const outcome = await run();
    expect(outcome).toMatchObject({ stage: "site", end: "exited", problem: null, resultDir: join(root, "result") });
    const [command] = outcome.commands;
    expect(command).toMatchObject({ exitCode: 0, signal: null });
    expect(readFileSync(command?.stdout ?? "", "utf8")).toBe("built\n");
    expect(readFileSync(command?.stderr ?? "", "utf8")).toBe("careful\n");
    const create = call("create");
    expect(behind(create, "--user")).toEqual(["0:0"]);
    expect(behind(create, "--workdir")).toEqual(["/src"]);
    expect(behind(create, "--entrypoint")).toEqual(["hugo"]);
    expect(create.slice(-3)).toEqual(["hugo:1", "--minify", "a b"]);
    const [name = ""] = behind(create, "--name");
    expect(call("cp")).toEqual(["cp", `${join(root, "copy")}/.`, `${name}:/src`]);
    expect(call("start")).toEqual(["start", "--attach", name]);
    expect(calls().at(-1)).toEqual(["rm", "--force", "--volumes", name]);
    expect(commands()).toEqual(["version", "image inspect", "create", "cp", "start", "container inspect", "rm"]);
  });

  it("runs in the directory of its module", async () => {
    await run({ step: { module: "tools/gen" } });
    expect(behind(call("create"), "--workdir")).toEqual(["/src/tools/gen"]);
  });

  it("tells the exit code of its program", async () => {
    docker("start", "exit 3");
    const outcome = await run();
    expect([outcome.end, outcome.commands[0]?.exitCode]).toEqual(["exited", 3]);
    expect(commands().at(-1)).toBe("rm");
  });

  it("gets Go's settings and its own variables, and no others of this machine", async () => {
    const step = { commands: [tool("hugo", [], { MODE: "fast" })] };
    await run({ step, env: { PATH: `${bin}:/usr/bin:/bin`, GOFLAGS: "-mod=mod", HOME: "/home/me" } });
    const given = behind(call("create"), "--env");
    expect(given).toEqual(["CI=true", "GOFLAGS=-mod=mod", "GOPROXY=https://proxy.example", "MODE=fast"]);
  });
});

describe("secrets of a deployment", () => {
  const secret = { TOKEN: "hunter2secret", LONG: "first line\nsecond line" };

  it("reach the container, and stand neither among the arguments nor in a file afterwards", async () => {
    await run({ secret });
    expect(readFileSync(join(bin, "variables"), "utf8")).toBe("TOKEN=hunter2secret\n");
    expect(behind(call("create"), "--env")).toContain("LONG");
    expect(readFileSync(join(bin, "long.create"), "utf8")).toBe(secret.LONG);
    expect(readFileSync(join(bin, "calls"), "utf8")).not.toMatch(/hunter2secret|second line/);
    const [file = ""] = behind(call("create"), "--env-file");
    expect(existsSync(file)).toBe(false);
  });

  it("are for the call that makes the container alone", async () => {
    await run({ secret });
    for (const other of ["version", "cp", "start", "rm"])
      expect(readFileSync(join(bin, `long.${other}`), "utf8")).toBe("");
  });

  it("give way to the stage's own variables", async () => {
    await run({ secret, step: { commands: [tool("hugo", [], { TOKEN: "mine" })] } });
    expect(behind(call("create"), "--env")).toContain("TOKEN=mine");
    expect(readFileSync(join(bin, "variables"), "utf8")).toBe("");
  });
});

describe("outputs", () => {
  const takes =
    'case "$last2" in *:/src/public) mkdir -p "$last"; echo page >"$last/index.html" ;; *:/src/gone) exit 1 ;; esac';

  it("are taken from the directory of the module, whatever the program came to; what is not there is left out", async () => {
    docker("start", "exit 1");
    docker("cp", takes);
    const outcome = await run({ step: { keeps: ["public", "gone"] } });
    expect([outcome.end, outcome.commands[0]?.exitCode]).toEqual(["exited", 1]);
    expect(readFileSync(join(root, "result/kept/public/index.html"), "utf8")).toBe("page\n");
    expect(existsSync(join(root, "result/kept/gone"))).toBe(false);
  });

  it("that lie in one another are taken once, with what holds them, in whatever order they are named", async () => {
    docker("cp", takes);
    await run({ step: { keeps: ["public/a", "public", "public-2/b", "public/a/c"] } });
    const taken = calls().flatMap(([name, from = ""]) => (name === "cp" ? [from.replace(/^[^:]*:/, "")] : []));
    expect(taken.slice(1)).toEqual(["/src/public", "/src/public-2/b"]);
  });

  it("behind a link that is an output too are not asked for: docker would write to where it leads", async () => {
    docker("cp", 'case "$last2" in *:/src/a) ln -s "$at" "$last" ;; *:/src/a/b) echo planted >"$last" ;; esac');
    await run({ step: { keeps: ["a/b", "a"] } });
    expect(existsSync(join(bin, "b"))).toBe(false);
    expect(readFileSync(join(root, "result/irregular"), "utf8")).toBe("kept/a\0kept/a/b\0");
  });

  it("that are links are listed, and not followed", async () => {
    docker("cp", 'case "$last2" in *:/src/public) ln -s /etc/passwd "$last" ;; esac');
    await run({ step: { keeps: ["public"] } });
    expect(existsSync(join(root, "result/kept/public"))).toBe(false);
    expect(readFileSync(join(root, "result/irregular"), "utf8")).toBe("kept/public\0");
  });
});

describe("the image", () => {
  it("is pulled where it is not here", async () => {
    docker("image-inspect", "exit 1");
    expect((await run()).end).toBe("exited");
    expect(call("pull")).toEqual(["pull", "--quiet", "hugo:1"]);
  });

  it("that cannot be had is the environment's fault, in the words of the daemon", async () => {
    docker("image-inspect", "exit 1");
    docker("pull", "echo 'Error response from daemon: manifest for hugo:1 not found' >&2; exit 1");
    const outcome = await run();
    expect(outcome).toMatchObject({ end: "errored", commands: [] });
    expect(outcome.problem?.message).toBe("The image hugo:1 cannot be had: manifest for hugo:1 not found.");
    expect(outcome.problem?.remedy).toContain("`image` of the stage");
    expect(commands()).not.toContain("create");
  });
});

describe("docker", () => {
  it("that does not answer is the environment's fault, and the other engine is named", async () => {
    docker(
      "version",
      "echo 'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?' >&2; exit 1",
    );
    const outcome = await run();
    expect(outcome.end).toBe("errored");
    expect(outcome.problem?.message).toMatch(/^It runs in the image hugo:1, .*no Docker daemon answers/);
    expect(outcome.problem?.remedy).toContain("`engine: dagger`");
    expect(commands()).toEqual(["version"]);
  });

  it("that is not installed is as well", async () => {
    const outcome = await run({ env: { PATH: join(root, "copy") } });
    expect(outcome.end).toBe("errored");
    expect(outcome.problem?.message).toContain("Docker is not usable here");
  });

  it("that refuses the copy ends the stage, and the container is removed", async () => {
    docker("cp", "echo 'Error response from daemon: no space left on device' >&2; exit 1");
    const outcome = await run();
    expect(outcome.end).toBe("errored");
    expect(outcome.problem?.message).toContain("no space left on device");
    expect(commands().at(-1)).toBe("rm");
  });

  it("whose answer nobody understands is a defect, and the container is removed all the same", async () => {
    docker("container-inspect", "echo '{}'");
    await expect(run()).rejects.toThrow();
    expect(commands().at(-1)).toBe("rm");
  });
});

describe("a program that is not there", () => {
  beforeEach(() => {
    docker("start", "exit 127");
    docker("container-inspect", `echo '${state("exec: not found in $PATH")}'`);
  });

  it("is the environment's fault where it is one of the image", async () => {
    const outcome = await run();
    expect(outcome).toMatchObject({ end: "errored", commands: [] });
    expect(outcome.problem?.message).toBe("hugo cannot be had: it is not in the image hugo:1.");
  });

  it("fails the stage where it is a file of the repository", async () => {
    const outcome = await run({ step: { commands: [tool("./build.sh")] } });
    expect([outcome.end, outcome.commands[0]?.exitCode]).toEqual(["exited", 127]);
    expect(readFileSync(outcome.commands[0]?.stderr ?? "", "utf8")).toBe("./build.sh: not there, or not executable\n");
  });
});

describe("the end of a stage that does not end", () => {
  it("is its time limit: the container is stopped, its outputs are kept, and it is removed", async () => {
    // Never ends by itself: the limit is what ends it, however slow the machine.
    docker("start", "exec sleep 600");
    docker("cp", 'case "$last2" in *:/src/log) echo half >"$last" ;; esac');
    const outcome = await run({ step: { timeoutMs: 300, keeps: ["log"] } });
    expect(outcome.end).toBe("timed-out");
    expect(outcome.commands[0]).toMatchObject({ exitCode: null, signal: "SIGKILL" });
    expect(readFileSync(join(root, "result/kept/log"), "utf8")).toBe("half\n");
    expect(commands().slice(-4)).toEqual(["stop", "container inspect", "cp", "rm"]);
  });

  it.each(["start", "pull"])("is the wish of the user during docker %s", async (command) => {
    const controller = new AbortController();
    if (command === "pull") docker("image-inspect", "exit 1");
    docker(command, ': >"$at/running"; exec sleep 600');
    const ran = run({ signal: controller.signal });
    await until(() => existsSync(join(bin, "running")));
    controller.abort();
    const outcome = await ran;
    expect(outcome).toMatchObject({ end: "cancelled", problem: null, commands: [] });
    expect(commands().at(-1)).toBe(command === "start" ? "rm" : "pull");
  });
});

it("is one command", async () => {
  const step = { commands: [tool("a"), tool("b")] };
  await expect(run({ step })).rejects.toThrow("site: an image is for one command");
  expect(commands()).not.toContain("create");
});
