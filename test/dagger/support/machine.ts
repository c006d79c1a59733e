import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Fails the whole suite, instead of skipping it, when the machine lacks what it needs. */
export function setup(): void {
  if ((process.env["GO_IMAGE"] ?? "") === "") {
    throw new Error("GO_IMAGE has to name an image with Go that the engine can pull, such as golang:1.26.8");
  }
}

/** PATH without the directories that hold a Go toolchain: users of the Dagger engine need none. */
export function pathWithoutGo(): string {
  const dirs = (process.env["PATH"] ?? "").split(delimiter);
  return dirs.filter((dir) => !existsSync(join(dir, "go")) && !existsSync(join(dir, "gofmt"))).join(delimiter);
}
