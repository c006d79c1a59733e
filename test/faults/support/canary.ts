import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Ended } from "./run.ts";
import { readAsRunner } from "./runner.ts";
import type { World } from "./world.ts";

/** Spellings in which a secret may turn up: whole, by line, in base64 (also behind one and two other bytes) and in a URL. */
export function spellings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const lines = secret.split("\n").filter((line) => line !== "");
  const encoded = [
    ...[0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes])
        .toString("base64")
        .replace(/=+$/, "");
      return text.slice(before === 0 ? 0 : before + 1, -1);
    }),
    bytes.toString("base64url"),
    encodeURIComponent(secret),
  ];
  return [...new Set([secret, ...lines, ...encoded])];
}

/** What people see of the log: the runner puts `***` for what it was told to mask, from then on. */
export function maskedLog(stdout: string): string {
  const masks: string[] = [];
  const shown: string[] = [];
  for (const line of stdout.split("\n")) {
    const [command] = readAsRunner(line).commands;
    if (command?.name === "add-mask") masks.push(command.data, ...command.data.split("\n"));
    else shown.push(masks.reduce((text, mask) => (mask === "" ? text : text.replaceAll(mask, "***")), line));
  }
  return shown.join("\n");
}

/** No secret, in no spelling, is in anything that a run leaves behind or shows. `more`: further texts by name. */
export function expectNoSecret(
  secrets: readonly string[],
  ended: Ended,
  world: World,
  more: Readonly<Record<string, string>> = {},
): void {
  const texts: Record<string, string> = {
    "standard output": maskedLog(ended.stdout),
    "standard error": ended.stderr,
    "command lines": ended.commandLines.join("\n"),
    ...filesBelow(join(world.repository, ".pipeline")),
    ...filesBelow(world.temp),
    ...more,
  };
  for (const [name, path] of Object.entries(world.runnerFiles)) texts[name] = readFileSync(path, "utf8");
  const leaks = secrets.flatMap((secret) =>
    spellings(secret).flatMap((spelling) =>
      Object.entries(texts)
        .filter(([, text]) => text.includes(spelling))
        .map(([place]) => `${spelling} in ${place}`),
    ),
  );
  expect(leaks).toEqual([]);
}

function filesBelow(directory: string): Record<string, string> {
  const found: Record<string, string> = {};
  if (!existsSync(directory)) return found;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[path] = readFileSync(path, "latin1");
  }
  return found;
}
