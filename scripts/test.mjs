// `npm test`: unit and process tests, then the faults. Says how long it takes before, and how long it took at the end. Arguments go to the first part, and the
// second is left out.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const remembered = join(root, "node_modules", ".cache", "dagger-go-pipeline", "test-seconds");

const parts = [
  { name: "unit and process tests", args: [] },
  { name: "faults", args: ["--config", "vitest.faults.config.ts"] },
];

function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}

/** What the last complete run took here, seconds; null without one. */
function lastTime() {
  try {
    return Number(readFileSync(remembered, "utf8"));
  } catch {
    return null;
  }
}

function remember(seconds) {
  mkdirSync(dirname(remembered), { recursive: true });
  writeFileSync(remembered, String(seconds));
}

/** Exit code and seconds of one run of Vitest. */
function run({ name, args }, more) {
  const startedAt = performance.now();
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", ...args, ...more], { cwd: root, stdio: "inherit" });
  return { name, status: status ?? 1, seconds: Math.round((performance.now() - startedAt) / 1_000) };
}

function main(given) {
  const last = lastTime();
  const expected =
    last === null ? "minutes, most of it Go that compiles; not timed here yet" : `${words(last)} last time`;
  if (given.length === 0) console.log(`npm test: ${parts.map(({ name }) => name).join(", then ")}: ${expected}`);
  const done = [];
  for (const part of given.length === 0 ? parts : parts.slice(0, 1)) {
    done.push(run(part, given));
    if (done.at(-1).status !== 0) break;
  }
  const seconds = done.reduce((sum, each) => sum + each.seconds, 0);
  console.log(
    `npm test took ${words(seconds)}: ${done.map((each) => `${each.name} ${words(each.seconds)}`).join(", ")}`,
  );
  const status = done.at(-1).status;
  if (status === 0 && given.length === 0) remember(seconds);
  process.exitCode = status;
}

main(process.argv.slice(2));
