import { lstat, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Container } from "@dagger.io/dagger";
import { moduleVersions } from "../caches/modules.ts";
import { capBytes, minNewShare } from "../caches/worth.ts";
import type { CacheState, EngineCaches, Taken, TakeRule } from "../engine.ts";
import { texts } from "./scripts/texts.ts";
import type { Session } from "./session.ts";

export interface DaggerCacheOptions {
  readonly session: Session;
  /** Absolute; ours alone. */
  readonly tempDir: string;
  readonly image: string;
  /** The image with the volumes mounted, and nothing of the repository. */
  readonly container: () => Container;
  /** Directory that both volumes are mounted in, as `build` and `mod`. */
  readonly root: string;
  /** Why the engine's volumes need not travel, as far as that is known without asking it. */
  readonly kept: string | null;
  /** The engine was made for this job: its volumes are empty. */
  readonly fresh: boolean;
  /** Runs something in the engine that a lost or cancelled session ends. */
  readonly guard: <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

/** What travels is one archive of both volumes, which a container packs and unpacks: one file to send is faster than 20,000. */
export function createDaggerCaches(options: DaggerCacheOptions): EngineCaches {
  return {
    state: (signal) => stateOf(options, signal),
    begin: async (dir, signal) => (dir === null ? 0 : await put(options, dir, signal)),
    take: (dir, rule, signal) => take(options, dir, rule, signal),
  };
}

const archive = "caches.tar";

async function stateOf(options: DaggerCacheOptions, signal: AbortSignal): Promise<CacheState> {
  const { image, root, guard, kept, fresh } = options;
  if (kept !== null || fresh) return { os: "linux", toolchain: image, kept };
  const answer = await guard(() => script(options, "caches-state.sh", [root]).stdout(), signal);
  return { os: "linux", toolchain: image, kept: answer.trim() === "kept" ? "the engine keeps its build cache" : null };
}

async function put(options: DaggerCacheOptions, dir: string, signal: AbortSignal): Promise<number> {
  const { session, root, guard } = options;
  const path = join(dir, archive);
  if (!(await lstat(path)).isFile()) throw new Error(`${archive} is no file`);
  const file = session.client.host().file(path);
  const answer = await guard(
    () =>
      script(options, "caches-put.sh", [root, "/caches.tar"], (base) =>
        base.withMountedFile("/caches.tar", file),
      ).stdout(),
    signal,
  );
  if (answer.trim() === "links") throw new Error("the archive holds what is neither a file nor a directory");
  return amount(answer.trim());
}

async function take(options: DaggerCacheOptions, dir: string, rule: TakeRule, signal: AbortSignal): Promise<Taken> {
  const { session, root, guard } = options;
  const lists = session.client.host().directory(await writeLists(options.tempDir, rule));
  const args = [root, "/lists", "/out", `${minNewShare}`, `${capBytes}`, rule.keepUnused ? "1" : "0"];
  const done = script(options, "caches-take.sh", args, (base) => base.withMountedDirectory("/lists", lists));
  const [taken = "", ...amounts] = (await guard(() => done.stdout(), signal)).trim().split(" ");
  const [bytes = 0, newBytes = 0, droppedBytes = 0] = amounts.map(amount);
  if (taken === "1") {
    await mkdir(dir, { recursive: true });
    await guard(() => done.file(`/out/${archive}`).export(join(dir, archive)), signal);
  }
  return { taken: taken === "1", bytes, newBytes, droppedBytes };
}

/** The toolchain lies in the image; one that the go command fetched besides is kept by its name. */
async function writeLists(tempDir: string, { sums, goVersion }: TakeRule): Promise<string> {
  const { trees, mods } = moduleVersions(sums);
  const toolchain = `golang.org/toolchain@v0.0.1-${goVersion}.linux-`;
  const toolchains = ["amd64", "arm64"].map((arch) => `${toolchain}${arch}`);
  const dir = await mkdtemp(join(tempDir, "caches-"));
  await writeFile(join(dir, "trees"), lines([...trees, ...toolchains]));
  await writeFile(join(dir, "mods"), lines([...mods, ...toolchains]));
  return dir;
}

function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join("");
}

/** A container that has run a script of ours, in POSIX shell with find, xargs, awk, stat and tar, as Debian and Alpine (BusyBox) have them. Volumes are no part of what the engine remembers a run by, so it is told that this one is new. */
function script(
  { session, container }: DaggerCacheOptions,
  name: keyof typeof texts,
  args: readonly string[],
  prepare: (base: Container) => Container = (base) => base,
): Container {
  const base = container().withNewFile("/script.sh", texts[name]).withEnvVariable("PIPELINE_NONCE", session.id);
  return prepare(base).withExec(["sh", "/script.sh", ...args]);
}

function amount(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`the container said ${JSON.stringify(text.slice(0, 100))}`);
  return Number(text);
}
