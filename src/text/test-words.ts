import { plural } from "./format.ts";

/**
 * What a failed test says first: the message of its first `t.Error` without the place, which is named elsewhere, or the words of a panic. null when it said
 * nothing.
 */
export function firstWords(output: string): string | null {
  const lines = output.split("\n").filter((line) => !/^\s*(?:===|---)\s/.test(line) && line.trim() !== "");
  const panic = lines.find((line) => /^(?:panic|fatal error): /.test(line));
  const first = panic ?? lines.find((line) => messageLine.test(line)) ?? lines[0];
  return first?.replace(messageLine, "").trim() || null;
}

/** Where it says so: `greet_test.go:31`; null when no message has a place. */
export function firstPlace(output: string): string | null {
  return messageLine.exec(output)?.[1] ?? null;
}

/** As testing prints messages: `    greet_test.go:31: message`. */
const messageLine = /^\s*([^\s:]+\.go:\d+): /m;

/**
 * A trace of goroutines with frames of Go's own packages in one line, since none of them is where a test went wrong. A frame is the name of a function and, in the
 * next line, its place (runtime/traceback.go; seen with Go 1.26.8).
 */
export function withoutOwnFrames(output: string): string {
  const kept: string[] = [];
  let own = 0;
  const told = (): void => {
    if (own > 0) kept.push(`\t… ${plural(own, "frame")} of runtime and testing`);
    own = 0;
  };
  const lines = output.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (ownFunction.test(line) && /^\t\S+:\d+/.test(lines[index + 1] ?? "")) {
      own++;
      index++;
    } else {
      told();
      kept.push(line);
    }
  }
  told();
  return kept.join("\n");
}

const ownFunction = /^(?:created by )?(?:(?:runtime(?:\/debug)?|testing)\.\S|panic\(|sigpanic\()/;
