import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/engine/dagger/limits.ts";
import { beat } from "./support/beat.ts";
import { ownEngine, scriptModule } from "./support/engine.ts";
import { lab } from "./support/lab.ts";
import { registries } from "./support/registries.ts";
import { sandboxes } from "./support/repositories.ts";
import { silentRegistry } from "./support/silent-registry.ts";

const open = lab();
const newSandbox = sandboxes();
const registriesFor = registries(open);

/** Keeps `step.sh` from ever coming to its end, as a machine may that has no memory left. */
const stopTheScript =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: of the shell
  'for each in /proc/[0-9]*; do tr "\\0" " " <"$each/cmdline" | grep -q "step[.]sh" && kill -STOP "${each#/proc/}"; done';

describe("an engine that lets it wait", () => {
  it("is given up when the registry begins to send an image and never goes on", async (context) => {
    // Skips the test where the engine does not reach this machine.
    registriesFor(context);
    const silent = await silentRegistry();
    const { run, engine, own } = await ownEngine(newSandbox(scriptModule), {
      image: silent.image,
      limits: { ...defaultLimits, imageMs: 5_000 },
    });
    const startedAt = Date.now();
    const { end, problem } = await run("vet", "echo never", 60);
    expect(end).toBe("errored");
    expect(problem?.message).toBe(`The image ${silent.image} was not in the engine after 5s.`);
    expect(problem?.remedy).toContain("go-image");
    expect(silent.asked()).toBeGreaterThan(0);
    await engine.close();
    expect(Date.now() - startedAt).toBeLessThan(20_000);
    expect(own()).toEqual([]);
  });

  it("is given up when a container never ends; other steps go on, and it ends with the session", async () => {
    const endless = beat(open());
    const limits = { ...defaultLimits, transferMs: 10_000, endingMs: 0 };
    const { run, engine, own } = await ownEngine(newSandbox(scriptModule), { limits });
    const lost = run("vet", `${stopTheScript}; ${endless.script}`, 20);
    expect(await endless.becomes(true, 30_000)).toBe(true);
    const kept = await run("test", "echo printed", 20);
    expect(kept.end).toBe("exited");
    expect(readFileSync(kept.commands[0]?.stdout ?? "", "utf8")).toBe("printed\n");
    const { end, problem } = await lost;
    expect(end).toBe("errored");
    expect(problem?.message).toBe("The engine has given nothing back for 30s, longer than what runs there may take.");
    expect(await endless.alive()).toBe(true);
    await engine.close();
    expect(await endless.becomes(false, 30_000)).toBe(true);
    expect(own()).toEqual([]);
  });
});
