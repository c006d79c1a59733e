import { type FileHandle, open } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { ifThere } from "../errors.ts";
import type { Watcher } from "../model/events.ts";
import { LineCutter } from "./lines.ts";

export interface FollowOptions {
  /** Of a file that grows while a stage runs; it may not be there yet, or never come. */
  readonly path: string;
  readonly watcher: Watcher;
  /** Called when the words have changed. */
  readonly onProgress: (words: string) => void;
  /** Milliseconds; 250 if not given. */
  readonly intervalMs?: number;
}

export interface Following {
  /** Looks once more, and no more after that. */
  end(): Promise<void>;
}

const chunkBytes = 256 * 1024;
/** What a stage has printed beyond that when it ends is left to its report, which reads all of it again. */
const maxBytesAtEnd = 16 * 1024 * 1024;

/** Follows a file. A file that cannot be read is not followed any more, and a watcher that makes a verdict of it is told. */
export function followFile({ path, watcher, onProgress, intervalMs = 250 }: FollowOptions): Following {
  const decoder = new StringDecoder("utf8");
  const buffer = Buffer.alloc(chunkBytes);
  const lines = new LineCutter();
  let told = "";
  let file: FileHandle | null = null;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;

  const { verdict } = watcher;
  const take = async (text: string): Promise<void> => {
    for (const line of lines.take(text)) watcher.line(line);
    await verdict?.drain();
  };
  const begin = async (): Promise<FileHandle | null> => {
    const opened = await ifThere(open(path, "r"));
    try {
      if (opened !== null) await verdict?.begin();
    } catch (error) {
      await opened?.close();
      throw error;
    }
    return opened;
  };
  const look = async (limit: number): Promise<void> => {
    file ??= await begin();
    if (file === null) return;
    for (let left = limit; left > 0; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      left -= bytesRead;
      await take(decoder.write(buffer.subarray(0, bytesRead)));
    }
    const words = watcher.progress();
    if (words !== told) onProgress(words);
    told = words;
  };
  const stop = (): void => {
    stopped = true;
    clearInterval(timer);
  };
  const giveUp = (): void => {
    stop();
    verdict?.lost();
  };
  /** What has no line end is a line too when nothing can follow any more. */
  const lookLast = async (): Promise<void> => {
    await look(verdict === undefined ? maxBytesAtEnd : Number.POSITIVE_INFINITY);
    if (verdict === undefined) return;
    await take(decoder.end());
    const rest = lines.rest();
    if (rest !== "") watcher.line(rest);
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy || stopped) return;
    busy = true;
    looking = look(Number.POSITIVE_INFINITY)
      .catch(giveUp)
      .finally(() => {
        busy = false;
      });
  }, intervalMs);
  timer.unref();
  return {
    end: async () => {
      const followed = !stopped;
      stop();
      await looking;
      if (followed) await lookLast().catch(giveUp);
      await file?.close().catch(() => undefined);
    },
  };
}
