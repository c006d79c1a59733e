import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, it } from "vitest";
import { differenceOf } from "../../../src/collect/same-binary.ts";
import { directory } from "../../support/repository.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What is said of two files, line by line. */
async function difference(first: string, again: string): Promise<readonly string[] | undefined> {
  const dir = directory({ first, again });
  const files = { first: join(dir, "first"), again: join(dir, "again") };
  return (await differenceOf(files, "example.com/a"))?.split("\n");
}

const far = "\0".repeat((1 << 20) + 100);

it("the same bytes are no difference", async () => {
  expect(await difference(far, far)).toBeUndefined();
});

it("both digests are said, and the first text that differs, wherever it is", async () => {
  const [first, again] = [`${far}built at 04:00:01\0`, `${far}built at 04:00:02\0`];
  expect(await difference(first, again)).toEqual([
    `first: sha256:${sha256(first)}, ${first.length} bytes`,
    `again: sha256:${sha256(again)}, ${again.length} bytes`,
    `The first text that differs is at byte ${far.length + 16}: \`built at 04:00:01\`, then \`built at 04:00:02\`.`,
  ]);
});

it("build ids differ whenever anything does, and are told apart", async () => {
  const id = (end: string): string => `\0${"a".repeat(20)}/${"b".repeat(20)}/${"c".repeat(20)}/${end.repeat(20)}\0`;
  expect((await difference(`${id("d")}${far}`, `${id("e")}${far}`))?.slice(2)).toEqual([
    "By its build id the same was compiled and linked: what came out depends on something that Go does not know, as an external linker.",
  ]);
});

it("bytes that are no text are said by their place, and so is the end of the shorter file", async () => {
  expect((await difference("\0\0\x01\0", "\0\0\x02\0"))?.slice(2)).toEqual(["The first bytes that differ are at 2."]);
  expect((await difference("\0\0", "\0\0\0"))?.slice(2)).toEqual(["The first bytes that differ are at 2."]);
  const scattered = (byte: string): string => `${byte}${"\0".repeat(99)}`.repeat(60);
  expect((await difference(scattered("\x01"), scattered("\x02")))?.slice(2)).toEqual([
    "The first bytes that differ are at 0.",
  ]);
});
