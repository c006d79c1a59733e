import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { shellCommand } from "../../src/text/shell.ts";
import { cleanEnv } from "../support/run-action.ts";

/** A program on a terminal of its own. */
export class Terminal {
  readonly #socket = `pipeline-${randomUUID()}`;

  /** `env`: beside the usual one, without what says that no person looks. */
  constructor(command: readonly string[], { cwd, columns }: { readonly cwd: string; readonly columns: number }) {
    const { CI: _ci, NO_COLOR: _noColour, ...env } = cleanEnv();
    const size = ["-x", `${columns}`, "-y", "50"];
    // The screen stays when the program has ended.
    const line = `${shellCommand(".", command)}; echo "exit code $?"; sleep 600`;
    execFileSync("tmux", ["-L", this.#socket, "-f", "/dev/null", "new-session", "-d", ...size, "-c", cwd, line], {
      env: { ...env, TERM: "xterm-256color", LC_ALL: "C.UTF-8" },
    });
  }

  /** The lines that the screen shows now, those that were scrolled away included. */
  screen(): readonly string[] {
    const text = execFileSync("tmux", ["-L", this.#socket, "capture-pane", "-p", "-S", "-500"], { encoding: "utf8" });
    return text.trimEnd().split("\n");
  }

  /** Waits until a line of the screen is like `pattern`, and answers the screen. */
  async until(pattern: RegExp): Promise<readonly string[]> {
    for (;;) {
      const lines = this.screen();
      if (lines.some((line) => pattern.test(line))) return lines;
      await sleep(50);
    }
  }

  /** As if somebody typed it: `C-c`. */
  press(key: string): void {
    execFileSync("tmux", ["-L", this.#socket, "send-keys", key]);
  }

  close(): void {
    execFileSync("tmux", ["-L", this.#socket, "kill-server"]);
  }
}
