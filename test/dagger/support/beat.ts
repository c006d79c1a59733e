import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { toolchain } from "../../../src/engine/dagger/go-container.ts";
import type { Lab } from "./lab.ts";
import { cacheScope, type Files, image, smallModule } from "./repositories.ts";

/**
 * Runs without end, deaf to polite signals, and goes on writing the time to a cache volume: seen from another session, wherever the engine is. Either a child of
 * a Go test, which is as deaf, or a command alone.
 */
export interface Beat {
  readonly module: Files;
  /** Script for `sh -c`. */
  readonly script: string;
  alive(): Promise<boolean>;
  /** Waits until it is alive, or not any more; answers whether that came true within the time. */
  becomes(alive: boolean, limitMs: number): Promise<boolean>;
}

export function beat({ session }: Lab): Beat {
  const name = `beat-${randomUUID()}`;
  const script = `trap "" TERM QUIT INT HUP; while :; do date +%s > "$GOMODCACHE/${name}"; sleep 0.3; done`;
  const body = `signal.Ignore(syscall.SIGTERM, syscall.SIGQUIT)\n\texec.Command("sh", "-c", ${JSON.stringify(script)}).Run()`;
  const imports = ["os/exec", "os/signal", "syscall", "testing"].map((path) => `\t"${path}"\n`).join("");
  const main = `package main\n\nimport (\n${imports})\n\nfunc TestBeat(t *testing.T) {\n\t${body}\n}\n`;
  const observer = toolchain({ session, image, cacheScope });
  const alive = async (): Promise<boolean> => {
    const ask = `file=$GOMODCACHE/$0; test -s "$file" && echo $(($(date +%s) - $(cat "$file"))) || echo never`;
    const seen = observer.withEnvVariable("NONCE", randomUUID()).withExec(["sh", "-c", ask, name]);
    const age = (await seen.stdout()).trim();
    return age !== "never" && Number(age) < 3;
  };
  return {
    module: { ...smallModule, "main_test.go": main },
    script,
    alive,
    becomes: async (wanted, limitMs) => {
      const deadline = Date.now() + limitMs;
      while (Date.now() < deadline) {
        if ((await alive()) === wanted) return true;
        await delay(200);
      }
      return false;
    },
  };
}
