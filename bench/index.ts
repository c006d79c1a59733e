import { join } from "node:path";
import { runBench } from "./bench.ts";
import { type BenchOptions, parseOptions, usage } from "./options.ts";
import { subjectName } from "./subject.ts";
import { resultMarkdown } from "./table.ts";
import { writeResult } from "./write.ts";

const root = join(import.meta.dirname, "..");

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === "--help") {
    process.stdout.write(usage);
    return 0;
  }
  let options: BenchOptions;
  try {
    options = parseOptions(args, [process.execPath, join(root, "dist", "index.js")]);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const result = await runBench(options, (line) => process.stdout.write(`${line}\n`));
  const name = `${options.name ?? subjectName(options.directory)}-${options.engine}`;
  const directory = options.out ?? join(root, "build", "bench", name);
  await writeResult(directory, result);
  process.stdout.write(`\n${resultMarkdown(result)}\nwritten to ${directory}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
