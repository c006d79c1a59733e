import { readFile, stat } from "node:fs/promises";
import { messageOf } from "../errors.ts";
import type { RawValues } from "./raw-values.ts";

/** Bytes; a config file has a page, not a book. */
const largest = 256 * 1024;

/** Reads a config file that places.ts has found; `name` is what problems call it. The YAML library is loaded only here. */
export async function readConfigFile(path: string, name: string): Promise<RawValues> {
  const failed = (problem: string): RawValues => ({ values: new Map(), problems: [`${name}: ${problem}`] });
  try {
    const { size } = await stat(path);
    if (size > largest) return failed(`has ${size} bytes; at most ${largest} are read`);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
    const { parseConfigFile } = await import("./config-file.ts");
    return parseConfigFile(name, text);
  } catch (error) {
    return failed(`cannot be read: ${messageOf(error)}`);
  }
}
