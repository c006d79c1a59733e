import { lutimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gitEnv } from "../src/project/git.ts";
import type { Lab } from "./lab.ts";
import { copyTree, isFile, output, removeTree } from "./tools.ts";
import { setAside } from "./trash.ts";

/** Of every file where times are kept. */
const keptTime = new Date("2020-02-02T20:20:20Z");

/**
 * Where fresh clones come from: a repository of its own with the subject's files, those that git does not ignore, as the first commit. What a case changes is
 * committed on top.
 */
export class Origin {
  readonly #lab: Lab;
  readonly #root: string;
  readonly #files: readonly string[];

  private constructor(lab: Lab, root: string, files: readonly string[]) {
    this.#lab = lab;
    this.#root = root;
    this.#files = files;
  }

  static async open(lab: Lab): Promise<Origin> {
    // A checkout leaves submodules empty unless it is told otherwise.
    const files = lab.project.files.filter((path) => isFile(join(lab.repository, path)));
    const origin = new Origin(lab, join(lab.temp, "origin"), files);
    await copyTree(lab.repository, origin.#root);
    // The copy's own may be a pointer to the repository that was copied.
    await removeTree(join(origin.#root, ".git"));
    await origin.#git("init", "--quiet", "--initial-branch=main");
    const list = join(lab.temp, "origin-files");
    await writeFile(list, files.join("\0"));
    await origin.#git("add", "--force", `--pathspec-from-file=${list}`, "--pathspec-file-nul");
    await origin.commit();
    return origin;
  }

  /** Absolute path of a file, where it can be changed. */
  path(file: string): string {
    return join(this.#root, file);
  }

  /** A new commit with what was changed, or with nothing. */
  async commit(): Promise<void> {
    const author = ["-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"];
    await this.#git(...author, "commit", "--quiet", "--all", "--allow-empty", "--no-verify", "--message=bench");
  }

  /** The newest commit as a fresh clone where the lab has its repository: every time is new. */
  async clone(): Promise<void> {
    const { repository, temp } = this.#lab;
    await setAside(temp, repository);
    await this.#git("clone", "--quiet", "--depth=1", `file://${this.#root}`, repository);
  }

  /** Gives the clone's files the times that they have in every clone that was treated so, but not to `changed`. */
  async keepTimes(changed: string | null): Promise<void> {
    const kept = this.#files.filter((file) => file !== changed);
    for (const path of new Set([...kept, ...kept.map((file) => dirname(file))])) {
      await lutimes(join(this.#lab.repository, path), keptTime, keptTime);
    }
  }

  async #git(...args: readonly string[]): Promise<void> {
    const plain = ["-c", "core.hooksPath=/dev/null", "-c", "core.autocrlf=false", "-c", "core.fsmonitor=false"];
    await output("git", [...plain, ...args], { cwd: this.#root, env: gitEnv(this.#lab.env) });
  }
}
