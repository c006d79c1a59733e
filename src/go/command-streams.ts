import type { TestPackage } from "../model/report.ts";

/** The streams of several commands, one after the other: which packages are in which, and what that makes of exit codes. */
export class CommandStreams {
  #current = 0;
  readonly #streams = new Map<string, number>();
  /** Streams in which a package that failed has passed when it was run again. */
  readonly #healed = new Set<number>();

  /** What follows is the stream of another command. */
  next(): void {
    this.#current += 1;
  }

  /** The current one has a package. */
  has(importPath: string): void {
    this.#streams.set(importPath, this.#current);
  }

  /** A package that failed has passed since. */
  healed(importPath: string): void {
    this.#healed.add(this.#streams.get(importPath) ?? 0);
  }

  /**
   * The first exit code that still counts, 0 where none does: an exit with 1 does not when every package that made the command fail has passed since. Of a
   * command that died nobody knows what it left out.
   */
  exitCode(
    codes: readonly (number | null)[],
    failures: readonly Pick<TestPackage, "importPath">[],
    died: boolean,
  ): number | null {
    const red = new Set(failures.map(({ importPath }) => this.#streams.get(importPath)));
    const isHealed = (stream: number): boolean => !died && this.#healed.has(stream) && !red.has(stream);
    const first = codes.find((code, stream) => code !== 0 && !(code === 1 && isHealed(stream)));
    return first === undefined ? 0 : first;
  }
}
