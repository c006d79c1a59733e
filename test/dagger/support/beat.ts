import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { toolchain } from "../../../src/engine/dagger/go-container.ts";
import type { Lab } from "./lab.ts";
import { cacheScope, type Files, image, smallModule } from "./repositories.ts";

/** A test that runs without end, as a child of the Go test that goes on writing the time to a cache volume: seen from another session, wherever the engine is. */
export interface Beat {
  readonly module: Files;
  alive(): Promise<boolean>;
  /** Waits until it is alive, or not any more; answers whether that came true within the time. */
  becomes(alive: boolean, limitMs: number): Promise<boolean>;
}

export function beat({ session }: Lab): Beat {
  const name = `beat-${randomUUID()}`;
  const loop = `while :; do date +%s > "$0"; sleep 0.3; done`;
  const body = `exec.Command("sh", "-c", ${JSON.stringify(loop)}, os.Getenv("GOMODCACHE")+"/${name}").Run()`;
  const main = `package main\n\nimport (\n\t"os"\n\t"os/exec"\n\t"testing"\n)\n\nfunc TestBeat(t *testing.T) { ${body} }\n`;
  const observer = toolchain({ session, image, cacheScope });
  const alive = async (): Promise<boolean> => {
    const script = `file=$GOMODCACHE/$0; test -s "$file" && echo $(($(date +%s) - $(cat "$file"))) || echo never`;
    const seen = observer.withEnvVariable("NONCE", randomUUID()).withExec(["sh", "-c", script, name]);
    const age = (await seen.stdout()).trim();
    return age !== "never" && Number(age) < 3;
  };
  return {
    module: { ...smallModule, "main_test.go": main },
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
