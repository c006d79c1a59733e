import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { printedBy } from "../../../bench/printed.ts";

let shown = "";
beforeEach(() => {
  shown = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    shown += String(chunk);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

it("keeps what is printed, in text and bytes, and no longer than that", async () => {
  let told = false;
  const kept = await printedBy(async () => {
    process.stdout.write("::debug::a\n");
    await new Promise<void>((done) => process.stdout.write(Buffer.from("ü\n"), () => done()));
    told = true;
    return 7;
  });
  expect([kept, told, shown]).toEqual([{ value: 7, printed: "::debug::a\nü\n" }, true, ""]);
  process.stdout.write("after");
  expect(shown).toBe("after");
});

it("brings it out with an error", async () => {
  const fail = printedBy(async () => {
    process.stdout.write("why\n");
    throw new Error("gone");
  });
  await expect(fail).rejects.toThrow("gone");
  process.stdout.write("after");
  expect(shown).toBe("why\nafter");
});
